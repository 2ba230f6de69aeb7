"""The intake as the klantmanager leads it: plan, opening, talk and closing."""
