"""How an account is loaded that is signed in: together with its membership, since every request asks for both."""

from typing import cast
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend

from pentameter.accounts.models import User
from pentameter.accounts.queries.actors import member_of


class SignedIn(AuthenticationBackend):
    """Signs in by password, and afterwards finds who it was."""

    def get_user(self, user_id: UUID) -> User | None:
        """The account, with its membership that counts now. One SQL query, and another where it has none."""
        member = member_of(user_id)
        if member is None:
            return cast(User | None, super().get_user(user_id))
        member.user.member = member
        return member.user
