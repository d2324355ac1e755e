"""Keys as people meet them, without a screen: signing in, who may open a group, ways back.

The screens are in ``app.keys``, what the keys are made of in ``safe``.
"""
