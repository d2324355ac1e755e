"""What was left without a sign-in: slips, and a stand-in's evening; a facilitator decides."""
