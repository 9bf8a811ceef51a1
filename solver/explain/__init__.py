"""Why somebody has no more hours, what would help, and what no week can do.

``explanation`` puts the three together. Why: ``additions`` (with ``crew`` and ``rules``) is what somebody
could have more, ``obstacles`` the rules that forbid it, ``own`` what limits them even alone. What would help:
``offers``, picked by ``screening``, solved by ``gains``, bounded by ``ceiling``, in turn in ``help``. What no
week can do: ``impossible``, by the ``causes``, each a ``lifting`` of a ``wish`` with its ``cause_words``.
``sentences`` and ``words`` tell it to people, ``json_form`` to programs.
"""
