"""Many pages on one machine: readers, a pool of workers with budgets, writers, and a manifest to go on from."""
