"""What an installation puts beside the program: the manual page and completion for three shells.

`python -m release.shared_files` writes them anew; the wheel takes them from `release/share/`.
"""

from pathlib import Path

from argcomplete.shell_integration import shellcode

from release.man_page import page

SHARE = Path(__file__).with_name("share")


def shared_files() -> dict[str, str]:
    """The text of each file, by its path below `share/`. PowerShell has no folder for completion."""
    return {
        "man/man1/sto.1": page(),
        "bash-completion/completions/sto": shellcode(["sto"], shell="bash"),
        "zsh/site-functions/_sto": shellcode(["sto"], shell="zsh"),
        "fish/vendor_completions.d/sto.fish": shellcode(["sto"], shell="fish"),
    }


def main() -> None:
    """Writes them."""
    for name, text in shared_files().items():
        path = SHARE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text.strip()}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
