"""What readers of health and recovery exports share: JSON documents, tables of days, and offsets as apps write them."""
