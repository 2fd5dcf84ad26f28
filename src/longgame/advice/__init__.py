"""What next: always a reason, and plan text where the plan should change."""
