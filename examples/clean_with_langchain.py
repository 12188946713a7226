"""Clean the pages of a folder with LangChain's documents: python examples/clean_with_langchain.py [FOLDER]."""

from __future__ import annotations

import sys
from pathlib import Path

from langchain_core.documents import Document

from cleaner.adapters.langchain import CleanerTransformer


def main(folder: Path) -> None:
    """Print the records of all pages, and the pages that could not be cleaned."""
    files = sorted(each for each in folder.iterdir() if each.is_file())
    pages = [Document(page_content=each.read_text("utf-8"), metadata={"source": each.name}) for each in files]
    for document in CleanerTransformer(on_error="keep").transform_documents(pages):
        print(f"{document.metadata}\n  {document.page_content[:80]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "pages")
