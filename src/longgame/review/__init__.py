"""Was the purpose served? A pure function from plan, record and own past to a verdict with its evidence."""
