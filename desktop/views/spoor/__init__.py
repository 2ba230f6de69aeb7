"""The trail: who changed or viewed what. Screens, and the recording of views."""
