"""The faces of an import: one of them is to be seen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from peerdesk.ui.widgets import Column


class Faces(QWidget):
    """One of some widgets; a stack of Qt's would not make it as high as its words need."""

    def __init__(self, *faces: QWidget) -> None:
        super().__init__()
        self._faces, self._current = faces, faces[0]
        box = Column(self)
        for face in faces:
            box.addWidget(face, 1)
        self.setCurrentWidget(faces[0])

    def setCurrentWidget(self, face: QWidget) -> None:
        """Show this one."""
        self._current = face
        for one in self._faces:
            one.setVisible(one is face)

    def currentWidget(self) -> QWidget:
        """The one that is shown."""
        return self._current
