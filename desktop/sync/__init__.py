"""Work of many laptops in one central PostgreSQL: push, pull, rights."""
