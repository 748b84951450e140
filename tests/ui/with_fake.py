"""The command line over an assistant without an index, for tests of the process itself."""

from fake_assistant import FakeAssistant, services

from ui.cli import main

main(services(FakeAssistant("Résumé ✓ \x1b[31mred")))
