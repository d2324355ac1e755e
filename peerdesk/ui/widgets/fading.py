"""Letting a widget fade away."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QPropertyAnimation, Signal
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget


class Fading(QObject):
    """Fades ``widget`` within ``duration`` ms; ``ended`` when it cannot be seen any more."""

    ended = Signal()

    def __init__(self, widget: QWidget, duration: int) -> None:
        super().__init__(widget)
        self._effect = QGraphicsOpacityEffect(widget)
        self._effect.setEnabled(False)
        widget.setGraphicsEffect(self._effect)
        self._way = QPropertyAnimation(self._effect, b"opacity", self)
        self._way.setDuration(duration)
        self._way.setEasingCurve(QEasingCurve.Type.InQuad)
        self._way.setStartValue(1.0)
        self._way.setEndValue(0.0)
        self._way.finished.connect(self._end)

    def start(self) -> None:
        """Begin."""
        self._effect.setOpacity(1.0)
        self._effect.setEnabled(True)
        self._way.start()

    def stop(self) -> None:
        """Show the widget whole again."""
        self._way.stop()
        self._effect.setEnabled(False)

    def _end(self) -> None:
        self._effect.setEnabled(False)
        self.ended.emit()
