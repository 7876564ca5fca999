"""The letters of the roles, one act each, for the matrix and for its row on the wall."""

from sto_tui.domain.milestones import VeriCode

LETTER_ACTS = frozenset(("code_v", "code_e", "code_r", "code_i", "code_o", "code_s", "code_b"))


class RoleLetters:
    """Mixed into a screen that fills in roles."""

    def fill(self, code: VeriCode | None) -> None:
        """Gives this role, or takes it away."""
        raise NotImplementedError

    def act_code_v(self) -> None:
        """Does the work."""
        self.fill(VeriCode.VERANTWOORDELIJK)

    def act_code_e(self) -> None:
        """Decides."""
        self.fill(VeriCode.EINDVERANTWOORDELIJK)

    def act_code_r(self) -> None:
        """Is asked."""
        self.fill(VeriCode.RAADPLEGEN)

    def act_code_i(self) -> None:
        """Is told."""
        self.fill(VeriCode.INFORMEREN)

    def act_code_o(self) -> None:
        """Is out of the loop."""
        self.fill(VeriCode.OUT_OF_THE_LOOP)

    def act_code_s(self) -> None:
        """Supports."""
        self.fill(VeriCode.SUPPORT)

    def act_code_b(self) -> None:
        """Does the work and decides."""
        self.fill(VeriCode.BEIDE)

    def act_clear(self) -> None:
        """No role."""
        self.fill(None)
