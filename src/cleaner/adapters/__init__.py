"""`cleaner` inside the engines and frameworks that people already run, one a module, each needing the extra of its name.

Engines that hand over batches go through `cleaner.adapters.arrow`, frameworks that hand over one document at a time
through `cleaner.adapters.cleaning`, which the former is made of too.
"""
