"""What prose, headlines, dates, names and metadata lines look like. No marks are made here."""
