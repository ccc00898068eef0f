"""The pages of people, agencies, tokens and sign-in."""
