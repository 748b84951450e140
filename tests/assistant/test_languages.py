"""English questions about resumes in other languages: facts, cited in the words of the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Status
from tests.assistant.conftest import Open

LANGUAGES = Path(__file__).parents[1] / "fixtures" / "languages"


ANSWERED = [
    ("de", "What is her name?", "Katharina Brandstetter"),
    ("de", "Where does she work now?", "Hessische Fördertechnik GmbH & Co. KG"),
    ("de", "What is her job title?", "Teamleiterin Konstruktion"),
    ("de", "When did she work at Maschinenfabrik Ahlers?", "October 2012 to March 2019"),
    ("de", "How can I reach her by phone?", "+49 561 5550117"),
    ("de", "Where does she live?", "34131 Kassel"),
    ("de", "Where did she study?", "Technische Universität Clausthal"),
    ("de", "Does she know SolidWorks?", "SolidWorks"),
    ("de", "Does she speak English?", "Englisch (verhandlungssicher)"),
    ("de", "When was she born?", "3. März 1986"),
    ("de", "Does she do volunteer work?", "Jugendfeuerwehr"),
    ("fr", "Who does she work for?", "Froid Atlantique SAS"),
    ("fr", "When did she work at Transports Le Goff?", "March 2015 to August 2019"),
    ("fr", "What did she do in 2013?", "Gestionnaire de stocks"),
    ("fr", "What is her email?", "mathilde@kerguelen.example"),
    ("fr", "What is her phone number?", "02 55 55 01 17"),
    ("fr", "Does she know SAP?", "SAP"),
    ("fr", "Which languages does she speak?", "Anglais : courant"),
    ("fr", "Does she speak English?", "TOEIC 910"),
    ("fr", "Does she have a bachelor's degree?", "Licence Économie et gestion"),
    ("fr", "Does she have a driving licence?", "Permis B"),
    ("es", "Where does she work now?", "Hospital Ribera del Lagares"),
    ("es", "How long was she at Centro de Salud de Bueu?", "2 years"),
    ("es", "What did she study at the University of Vigo?", "Grado en Enfermería"),
    ("es", "Does she have a master's degree?", "Máster en Enfermería"),
    ("es", "Does she speak Portuguese?", "portugués (A2)"),
    ("es", "What is her phone number?", "655 501 170"),
    ("es", "Which courses has she taken?", "Soporte Vital Avanzado"),
    ("es", "Does she know ECMO?", "ECMO"),
    ("es", "Where is she based?", "Vigo, Pontevedra"),
    ("es", "Has she volunteered?", "Cruz Roja Española"),
    ("pt", "What is his current position?", "Analista de Dados Sênior"),
    ("pt", "When did he join Lojas Arvoredo?", "September 2018"),
    ("pt", "What is his email?", "rafael@barroso.example"),
    ("pt", "What is his LinkedIn?", "linkedin.com/in/rafaelbarroso"),
    ("pt", "Does he know Python?", "Python"),
    ("pt", "How good is his English?", "Inglês: avançado"),
    ("pt", "Where did he study?", "Universidade Federal de Santa Catarina"),
    ("pt", "What was his first job?", "Estagiário de Tecnologia da Informação"),
    ("pt", "Where does he live?", "Florianópolis/SC"),
    ("pt", "What projects has he done?", "Mapa das Enchentes"),
    ("zh", "What is her name?", "沈砚秋"),
    ("zh", "Where does she work now?", "杭州云栖数链科技有限公司"),
    ("zh", "When did she work at 苏州博远软件有限公司?", "August 2016 to June 2019"),
    ("zh", "What is her job title?", "高级后端工程师"),
    ("zh", "What is her phone number?", "138-5550-0117"),
    ("zh", "Where did she study?", "东南大学"),
    ("zh", "Does she have a master's degree?", "硕士"),
    ("zh", "Which programming languages does she know?", "Java, Go and Python"),
    ("zh", "Does she speak English?", "CET-6"),
    ("zh", "What awards has she won?", "国家奖学金"),
]

NOT_THERE = [
    ("de", "Does she know Kubernetes?"),
    ("fr", "Does she speak German?"),
    ("es", "Is she fluent in French?"),
    ("pt", "Does he know Java?"),
    ("zh", "Does she have a PhD?"),
]


@pytest.mark.parametrize(("code", "question", "expected"), ANSWERED)
def test_a_fact_is_told_from_a_resume_in_another_language(
    open_assistant: Open, code: str, question: str, expected: str
) -> None:
    path = LANGUAGES / f"{code}.md"
    answer = open_assistant(path).ask(question)
    assert answer.status is Status.ANSWERED
    assert expected in answer.answer
    source = path.read_text(encoding="utf-8")
    assert answer.citations
    assert all(citation.quote in source for citation in answer.citations)


@pytest.mark.parametrize(("code", "question"), NOT_THERE)
def test_what_it_does_not_say_is_refused(open_assistant: Open, code: str, question: str) -> None:
    assert open_assistant(LANGUAGES / f"{code}.md").ask(question).status is Status.NOT_IN_RESUME
