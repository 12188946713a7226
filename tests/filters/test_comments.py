from __future__ import annotations

import pytest

from cleaner.filters import comments
from tests.filters.helpers import (
    Junk,
    assert_covers,
    assert_kept,
    assert_removed,
    headed,
    ident,
    page,
    removed_alone,
)

CASES = [
    Junk("comment-count", "3 Comments"),
    Junk("comment-count", "No comments yet"),
    Junk("comment-count", "12 Responses to “Orrin Ferry Returns”"),
    Junk("comment-count", "Comments are closed."),
    Junk("comment-count", "4 Kommentare", "de"),
    Junk("comment-count", "Aucun commentaire", "fr"),
    Junk("comment-count", "7 comentarios", "es"),
    Junk("comment-count", "Nenhum comentário ainda", "pt"),
    Junk("comment-count", "5 kommentarer", "no"),
    Junk("comment-count", "Inga kommentarer", "sv"),
    Junk("comment-count", "Der er lukket for kommentarer.", "da"),
    Junk("comment-count", "5 kommenttia", "fi"),
    Junk("comment-count", "5 комментариев", "ru"),
    Junk("comment-count", "5 komentarzy", "pl"),
    Junk("comment-count", "2 komentáře", "cs"),
    Junk("comment-count", "5 коментарів", "uk"),
    Junk("comment-count", "5 komentárov", "sk"),
    Junk("comment-count", "12 σχόλια", "el"),
    Junk("comment-count", "12 hozzászólás", "hu"),
    Junk("comment-count", "21 de comentarii", "ro"),
    Junk("comment-count", "12 bình luận", "vi"),
    Junk("comment-count", "5 件のコメント", "ja"),
    Junk("comment-form", "Leave a Reply"),
    Junk("comment-form", "Leave a comment"),
    Junk("comment-form", "Your email address will not be published. Required fields are marked *"),
    Junk("comment-form", "You must be logged in to post a comment."),
    Junk("comment-form", "Schreibe einen Kommentar", "de"),
    Junk("comment-form", "Laisser un commentaire", "fr"),
    Junk("comment-form", "Deja una respuesta", "es"),
    Junk("comment-form", "Deixe um comentário", "pt"),
    Junk("comment-form", "Geef een reactie", "nl"),
    Junk("comment-form", "Legg igjen en kommentar", "no"),
    Junk("comment-form", "E-postadressen din vil ikke vises. Obligatoriske felt er merket med *", "no"),
    Junk("comment-form", "Lämna ett svar", "sv"),
    Junk("comment-form", "Skriv et svar", "da"),
    Junk("comment-form", "Sähköpostiosoitettasi ei julkaista. Pakolliset kentät on merkitty *", "fi"),
    Junk("comment-form", "Добавить комментарий", "ru"),
    Junk("comment-form", "Dodaj komentarz", "pl"),
    Junk("comment-form", "Přidat komentář", "cs"),
    Junk("comment-form", "Залишити коментар", "uk"),
    Junk("comment-form", "Pridať komentár", "sk"),
    Junk("comment-form", "コメントを残す", "ja"),
    Junk("comment-form", "اترك تعليقا", "ar"),
]

SAVE = "Save my name, email, and website in this browser for the next time I comment."
FORM = "Leave a Reply\n\nName\n\nEmail\n\nWebsite\n\n" + SAVE + "\n\nPost Comment"


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(comments, case)


def test_every_label_has_a_case() -> None:
    assert_covers(comments, CASES)


@pytest.mark.parametrize("field", ["Name", "Email", "Website", "Post Comment", SAVE])
def test_removes_the_fields_of_a_form(field: str) -> None:
    assert_removed(comments, Junk("comment-form", field, lines=FORM))


@pytest.mark.parametrize(
    "line",
    [
        "No comment came from the ministry, which has been closed for repairs since the beginning of the month.",
        "One response to the storm was to build a wall; another was to sell the house and move up the hill.",
        "Leave a reply under the blue stone, the note said, and burn this paper when you have read it.",
        "Comments on the plan may be sent to the harbour office until the last day of June, by post only.",
        "3 comments on the draft arrived in time, and all three were about the colour of the funnel.",
        "Reply to the letter came nine years later, in pencil, from a different address in the same street.",
        "Name one bird that can swim backwards, she asked the class, and nobody raised a hand.",
    ],
)
def test_keeps_prose(line: str) -> None:
    assert_kept(page(line))


@pytest.mark.parametrize(
    "title",
    [
        "No Comment From Ministry on Sunken Ferry",
        "Comment: The Ferry Is Worth the Money",
        "Leave a Reply Before You Leave, Envoy Urges",
        "Reply to Critics Fills Two Volumes",
        "Join the Conversation at the Quay on Friday",
    ],
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


def test_keeps_a_reply_in_dialogue() -> None:
    assert_kept(page("“Did you sink the boat?”\n\n“No comment.”\n\n“Will you pay for it?”\n\n“Ask my brother.”"))


def test_keeps_the_head_of_a_table() -> None:
    assert_kept(
        page("The crew of the first crossing:\n\nName | Age | Town\n\nIvo Sand | 34 | Orrin\n\nMara Lind | 29 | Skell")
    )


def test_alone_keeps_a_lone_word() -> None:
    assert removed_alone(comments, page("Change")) == []
