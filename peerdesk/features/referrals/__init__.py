"""Who was sent where and what came of it; what nobody here offers; what I want to say."""
