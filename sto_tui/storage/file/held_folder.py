"""A folder that is held open, and the one way in which files beside a dossier are opened, made and removed.

Colleagues may write where a dossier stands: a name there can have become a link, a pipe or another folder by the time
it is used. So a name is looked up in the open folder, never through a link, and what is opened is an ordinary file.
Windows has no such look-up; there the names are used as they are, and a link asks for rights that few accounts have.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_BY_FOLDER = os.open in os.supports_dir_fd
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
# Opening a pipe would wait for who writes into it.
_AS_IT_IS = _NO_LINK | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)


class HeldFolder:
    """An open folder. All that takes a name raises OSError; a link is refused, never followed."""

    def __init__(self, path: Path, descriptor: int | None) -> None:
        self.path = path
        self.descriptor = descriptor
        """What it is held by; None where a system knows folders by their name only."""

    @classmethod
    @contextmanager
    def at(cls, path: Path) -> Iterator["HeldFolder"]:
        """The folder that a person chose: links on the way to it are their own. Raises OSError."""
        with _held(path, path, 0, None) as folder:
            yield folder

    @contextmanager
    def inner(self, name: str) -> Iterator["HeldFolder"]:
        """A folder in this one."""
        with _held(self.path / name, self._at(name), _NO_LINK, self.descriptor) as folder:
            yield folder

    def open(self, name: str, flags: int = os.O_RDONLY, *, only_name: bool = False) -> int:
        """Opens an ordinary file; with `only_name` it has no second name, by which it may be a file of elsewhere."""
        descriptor = os.open(self._at(name), flags | _AS_IT_IS, 0o600, dir_fd=self.descriptor)
        try:
            check_ordinary(os.fstat(descriptor), only_name=only_name)
        except OSError:
            os.close(descriptor)
            raise
        return descriptor

    def new(self, name: str) -> BinaryIO:
        """A file that was not there yet, for this account only."""
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _AS_IT_IS
        return open(os.open(self._at(name), flags, 0o600, dir_fd=self.descriptor), "r+b")

    def read(self, name: str, most: int) -> tuple[os.stat_result, bytes]:
        """What is in a file, and what is known of it; one of more than `most` bytes is refused."""
        with open(self.open(name), "rb") as file:
            data = file.read(most + 1)
            if len(data) > most:
                raise OSError(errno.EFBIG, "more than can be in it")
            return os.fstat(file.fileno()), data

    def link(self, name: str, second: "HeldFolder", second_name: str) -> None:
        """Gives an ordinary file a second name in a folder."""
        check_ordinary(self.status(name))
        if self.descriptor is None:
            os.link(self._at(name), second._at(second_name))
            return
        os.link(
            name,
            second_name,
            src_dir_fd=self.descriptor,
            dst_dir_fd=second.descriptor,
            follow_symlinks=False,
        )

    def replace(self, name: str, by: str) -> None:
        """Puts the file called `by` at `name`."""
        os.replace(self._at(by), self._at(name), src_dir_fd=self.descriptor, dst_dir_fd=self.descriptor)

    def make(self, name: str) -> bool:
        """Makes a folder for this account only; False when something has that name already."""
        try:
            os.mkdir(self._at(name), 0o700, dir_fd=self.descriptor)
        except FileExistsError:
            return False
        return True

    def remove(self, name: str) -> None:
        """Takes a name away."""
        os.unlink(self._at(name), dir_fd=self.descriptor)

    def status(self, name: str) -> os.stat_result:
        """What has a name here, also when that is a link."""
        return os.stat(self._at(name), dir_fd=self.descriptor, follow_symlinks=False)

    @property
    def own_status(self) -> os.stat_result:
        """What is known of the folder itself. Raises OSError."""
        return os.stat(self.path if self.descriptor is None else self.descriptor)

    def touch(self, name: str, like: os.stat_result | None = None) -> None:
        """Gives a file the times of now, or those of another file."""
        times = None if like is None else (like.st_atime, like.st_mtime)
        if self.descriptor is None:
            os.utime(self._at(name), times)
        else:
            os.utime(name, times, dir_fd=self.descriptor, follow_symlinks=False)

    def names(self) -> list[str]:
        """All names in it, in order."""
        return sorted(os.listdir(self.path if self.descriptor is None else self.descriptor))

    def sync(self) -> None:
        """Waits until the disk knows the names; Windows has no such thing."""
        if self.descriptor is not None:
            os.fsync(self.descriptor)

    def _at(self, name: str) -> str:
        return str(self.path / name) if self.descriptor is None else name


def read_ordinary(path: Path) -> bytes:
    """The bytes of an ordinary file, that stands there itself. Raises OSError."""
    with open(os.open(path, os.O_RDONLY | _AS_IT_IS), "rb") as file:
        check_ordinary(os.fstat(file.fileno()))
        return file.read()


@contextmanager
def _held(path: Path, name: Path | str, flags: int, within: int | None) -> Iterator[HeldFolder]:
    if not _BY_FOLDER:
        if not stat.S_ISDIR(os.stat(path, follow_symlinks=not flags).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, "not a folder", str(path))
        yield HeldFolder(path, None)
        return
    try:
        descriptor = os.open(name, _FOLDER | flags, dir_fd=within)
    except NotADirectoryError:
        check_ordinary(os.stat(name, dir_fd=within, follow_symlinks=not flags))
        raise
    try:
        yield HeldFolder(path, descriptor)
    finally:
        os.close(descriptor)


def check_ordinary(status: os.stat_result, *, only_name: bool = False) -> None:
    """Raises OSError for a link, folder, pipe or device; with `only_name` also for a file with a second name."""
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "a folder")
    if stat.S_ISLNK(status.st_mode):
        raise OSError(errno.ELOOP, "a link")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.ENXIO, "not an ordinary file")
    if only_name and status.st_nlink > 1:
        raise OSError(errno.EMLINK, "a file with a second name")
