"""Resumes in German, French, Spanish, Portuguese and Chinese: sections, entries, dates, person."""

from __future__ import annotations

import pytest
from fixture_resumes import FIXTURES, Told, kinds, section, told, when

from ingest.languages import LANGUAGES, Language, count_words, phrases
from ingest.load import load_resume
from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Resume, SectionKind
from ingest.sentences import sentence_spans
from ingest.structure.cues import is_organisation, is_place, is_role
from ingest.structure.kinds import exact_kind, is_document_title, section_kind


def resume_in(code: str) -> Resume:
    return load_resume(FIXTURES / "languages" / f"{code}.md")


def entries(code: str, kind: SectionKind) -> list[Told]:
    return [told(entry) for entry in section(resume_in(code), kind).entries]


# --- whole resumes ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("de", "basics basics work education certificates skills languages volunteer interests"
               " other"),
        ("fr", "basics summary work education skills languages interests"),
        ("es", "basics summary work education certificates skills languages volunteer other"),
        ("pt", "basics summary summary work education certificates skills languages projects"),
        ("zh", "basics basics work projects education skills languages awards summary"),
    ],
)  # fmt: skip
def test_sections_are_known_by_their_names(code: str, expected: str) -> None:
    assert [kind for kind, _ in kinds(resume_in(code))] == expected.split()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("de", [
            Told("Hessische Fördertechnik GmbH & Co. KG", "Teamleiterin Konstruktion",
                 "2019-04 - now", "Kassel", 3),
            Told("Maschinenfabrik Ahlers AG", "Konstruktionsingenieurin", "2012-10 - 2019-03",
                 "Göttingen", 3),
            Told("Institut für Maschinenelemente", "Werkstudentin in der Versuchsabteilung",
                 "winter 2010 - summer 2012"),
        ]),
        ("fr", [
            Told("Froid Atlantique SAS", "Cheffe de projet logistique", "2019-09 - now", "Nantes",
                 3),
            Told("Transports Le Goff", "Responsable d'exploitation", "2015-03 - 2019-08", "Rennes",
                 2),
            Told("Coopérative laitière du Léon", "Gestionnaire de stocks", "2012-01 - 2015-02",
                 "Landerneau", 2),
            Told("Port de Lorient", "Stage", "summer 2010"),
        ]),
        ("es", [
            Told("Hospital Ribera del Lagares", "Supervisora de Enfermería, UCI", "2021-03 - now",
                 "Vigo", 2),
            Told("Hospital Ribera del Lagares", "Enfermera de UCI", "2017-02 - 2021-02", "Vigo", 2),
            Told("Centro de Salud de Bueu", "Enfermera de atención primaria", "2015-01 - 2017-01",
                 "Pontevedra"),
        ]),
        ("pt", [
            Told("Pagamentos Ilha do Mel S.A.", "Analista de Dados Sênior", "2021-08 - now",
                 "Florianópolis", 3),
            Told("Lojas Arvoredo Ltda.", "Analista de Dados Pleno", "2018-09 - 2021-07",
                 "Joinville", 2),
            Told("Cooperativa de Crédito Vale Verde", "Estagiário de Tecnologia da Informação",
                 "2016-02 - 2018-08", "Blumenau"),
        ]),
        ("zh", [
            Told("杭州云栖数链科技有限公司", "高级后端工程师", "2019-07 - now", None, 3),
            Told("苏州博远软件有限公司", "后端开发工程师", "2016-08 - 2019-06", None, 2),
            Told("南京智行出行科技有限公司", "Java 开发实习生", "2015-07 - 2015-12"),
        ]),
    ],
)  # fmt: skip
def test_jobs_are_understood(code: str, expected: list[Told]) -> None:
    assert entries(code, SectionKind.WORK) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("de", [
            ("Technische Universität Clausthal", "Diplom-Ingenieurin Maschinenbau",
             "2007-10 - 2012-09"),
            ("Berufliche Schulen Fulda", "Ausbildung zur Industriemechanikerin",
             "2003-08 - 2007-01"),
            ("Winfriedschule Fulda", "Mittlere Reife", "? - 2003"),
        ]),
        ("fr", [
            ("Université de Bretagne Sud", "Master Management de la chaîne logistique",
             "2009 - 2011"),
            ("Université Rennes 1", "Licence Économie et gestion", "2006 - 2009"),
            ("lycée Dupuy-de-Lôme", "Baccalauréat ES", "2006"),
        ]),
        ("es", [
            ("Universidad de Santiago de Compostela",
             "Máster en Enfermería de Urgencias y Cuidados Críticos", "2018 - 2019"),
            ("Universidad de Vigo", "Grado en Enfermería", "2010 - 2014"),
        ]),
        ("pt", [
            ("Universidade do Vale do Itajaí", "Pós-graduação em Ciência de Dados", "2019 - 2020"),
            ("Universidade Federal de Santa Catarina", "Bacharelado em Sistemas de Informação",
             "2013 - 2017"),
        ]),
        ("zh", [
            ("东南大学", "硕士", "2013-09 - 2016-06"),
            ("苏州大学", "本科", "2009-09 - 2013-06"),
        ]),
    ],
)  # fmt: skip
def test_studies_are_understood(code: str, expected: list[tuple[str, str, str]]) -> None:
    assert [entry[:3] for entry in entries(code, SectionKind.EDUCATION)] == expected


@pytest.mark.parametrize(
    ("code", "areas"),
    [
        ("fr", ["Management de la chaîne logistique", "Économie et gestion", "ES"]),
        ("es", ["Enfermería de Urgencias y Cuidados Críticos", "Enfermería"]),
        ("pt", ["Ciência de Dados", "Sistemas de Informação"]),
        ("zh", ["计算机科学与技术", "软件工程"]),
    ],
)
def test_the_field_of_a_study_is_understood(code: str, areas: list[str]) -> None:
    studies = section(resume_in(code), SectionKind.EDUCATION).entries
    assert [entry.area.text if entry.area else "" for entry in studies] == areas


@pytest.mark.parametrize(
    ("code", "name", "headline"),
    [
        ("de", "Katharina Brandstetter", None),
        ("fr", "Mathilde Kerguelen", "Cheffe de projet logistique"),
        ("es", "LUCÍA OTERO BALSEIRO", "Enfermera de cuidados intensivos"),
        ("pt", "Rafael Teixeira Barroso", None),
        ("zh", "沈砚秋", "高级后端工程师"),
    ],
)
def test_the_person_is_known_by_a_heading_or_a_label(
    code: str, name: str, headline: str | None
) -> None:
    resume = resume_in(code)
    assert resume.name is not None
    assert resume.name.text == name
    assert (resume.headline.text if resume.headline else None) == headline
    assert resume.warnings == ()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("de", ["location: Lindenallee 14, 34131 Kassel", "phone: +49 561 5550117",
                "email: katharina@brandstetter.example"]),
        ("fr", ["location: 12 rue des Tanneurs, 44000 Nantes", "phone: 02 55 55 01 17",
                "email: mathilde@kerguelen.example"]),
        ("es", ["location: Vigo, Pontevedra", "phone: 655 501 170", "email: lucia@otero.example"]),
        ("pt", ["location: Rua das Palmeiras, 88 – Florianópolis/SC", "phone: (48) 95555-0117",
                "email: rafael@barroso.example", "linkedin: linkedin.com/in/rafaelbarroso"]),
        ("zh", ["phone: 138-5550-0117", "email: yanqiu@shen.example", "location: 浙江杭州"]),
    ],
)  # fmt: skip
def test_contacts_are_found_behind_their_labels(code: str, expected: list[str]) -> None:
    contacts = resume_in(code).contacts
    assert [f"{each.network or each.kind.value}: {each.value}" for each in contacts] == expected


def test_the_place_and_day_that_a_letter_ends_with_are_no_hobby() -> None:
    resume = resume_in("de")
    (hobbies,) = resume.of_kind(SectionKind.INTERESTS)
    assert [statement.text for statement in hobbies.statements] == [
        "Bergwandern, Chorgesang, Rennrad"
    ]
    assert resume.sections[-1].statements[0].text == "Kassel, 12. September 2025"


# --- names of things ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Beruflicher Werdegang", "work"), ("Praktika", "work"), ("EDV-Kenntnisse", "skills"),
        ("Kontakt", "basics"), ("Veröffentlichungen", "publications"),
        ("EXPÉRIENCE PROFESSIONNELLE", "work"), ("Experiences professionnelles", "work"),
        ("Centres d’intérêt", "interests"), ("Diplômes et formations", "education"),
        ("Coordonnées", "basics"), ("Historial laboral", "work"),
        ("Formacion academica", "education"),
        ("Premios y reconocimientos", "awards"), ("Experiencia en docencia", "work"),
        ("Histórico profissional", "work"), ("Cursos complementares", "certificates"),
        ("Competências comportamentais", "skills"), ("Esperienze lavorative", "work"),
        ("Istruzione e formazione", "education"), ("Werkervaring", "work"),
        ("Opleidingen", "education"),
        ("工 作 经 历", "work"), ("主要项目经历", "projects"), ("教育背景 Education", "education"),
        ("Summary of Qualifications", "summary"), ("Certs", "certificates"),
        ("My Toolbelt", "skills"), ("Employment Details", "work"), ("Award details", "awards"),
        ("EDUCATIONAL DETAILS", "education"), ("Publication record", "publications"),
        ("Academic record", "education"), ("Contact information", "basics"),
        ("Jobs on the side", "work"), ("Work during my studies", "work"), ("Work on paper", None),
        ("Computers", "skills"), ("Apart from computers", None), ("Earlier", "work"),
        ("Gives back", "volunteer"), ("Position of responsibility", "volunteer"),
        ("自我评价", "summary"), ("Berufserfahrung / Work experience", "work"),
    ],
)  # fmt: skip
def test_a_section_is_known_by_its_heading(heading: str, kind: str | None) -> None:
    found = section_kind(heading)
    assert (found.value if found else None) == kind


@pytest.mark.parametrize(
    "heading", ["Activities", "Information", "Formation Capital", "Agreements", "Presentation"]
)
def test_an_english_heading_is_not_taken_for_its_look_alike(heading: str) -> None:
    assert section_kind(heading) is None


@pytest.mark.parametrize("title", ["Lebenslauf", "Resume", "个人简历", "Hoja de vida", "Currículo"])
def test_some_headings_say_only_what_the_document_is(title: str) -> None:
    assert is_document_title(title)
    assert exact_kind(title) is None


@pytest.mark.parametrize(
    "title",
    [
        "Softwareentwickler (m/w/d)", "Entwickler*in", "Wissenschaftliche Mitarbeiterin",
        "Kauffrau für Büromanagement", "Leiter Vertrieb", "Chargée de mission",
        "Infirmier(ère) en réanimation", "Stage de fin d'études", "Gerente comercial",
        "Enfermero/a", "Operador de empilhadeira", "Impiegata amministrativa", "Leraar Nederlands",
        "产品经理", "产品经理（远程）", "Java 开发实习生",
    ],
)  # fmt: skip
def test_a_position_is_known_in_its_language(title: str) -> None:
    assert is_role(title)
    assert not is_organisation(title)


@pytest.mark.parametrize(
    "name",
    [
        "Maschinenfabrik Ahlers AG", "Stadtwerke Kassel", "Autohaus Koch", "Volksbank Kassel eG",
        "Freiwillige Feuerwehr Wehlheiden e. V.", "Mairie de Nantes", "Froid Atlantique SAS",
        "Hospital Ribera del Lagares", "Lojas Arvoredo Ltda.", "苏州博远软件有限公司",
    ],
)  # fmt: skip
def test_an_organisation_is_known_in_its_language(name: str) -> None:
    assert is_organisation(name)
    assert not is_role(name)


@pytest.mark.parametrize(
    ("words", "organisation"),
    [
        ("Commercial Bank", True), ("Stage Theatre Company", True), ("Monitor Group", True),
        ("Day Spa", False), ("Notary Public", False), ("About me", False),
        ("Commercial Operations", False), ("Database", False),
    ],
)  # fmt: skip
def test_english_words_that_look_like_others_keep_their_meaning(
    words: str, organisation: bool
) -> None:
    assert not is_role(words)
    assert is_organisation(words) == organisation


@pytest.mark.parametrize(
    "words", ["浙江杭州", "浙江省杭州市西湖区", "Florianópolis/SC", "Lyon, France"]
)
def test_places_are_known_as_they_are_written(words: str) -> None:
    assert is_place(words)


# --- lines and sentences ------------------------------------------------------------------------


def test_words_are_counted_where_no_spaces_part_them() -> None:
    assert count_words("负责订单中心的拆分") == 5
    assert count_words("使用 Java 开发") == 3
    assert count_words("a plain line") == 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("做事踏实。善于沟通！乐于分享？", 3),
        ("Am 12. September 2025 begann es. Danach kam mehr.", 2),
        ("Erfahrung mit z. B. Kafka. Dazu SQL.", 2),
        ("Trabajo en la Avda. Libertad. ¿Por qué? Porque sí.", 3),
        ("She set out. He came along ago. They left.", 3),
    ],
)
def test_sentences_end_where_their_language_ends_them(text: str, count: int) -> None:
    assert len(sentence_spans(text)) == count


def test_a_table_may_have_its_head_in_another_language() -> None:
    page = (
        "# Jens Petersen\n\n## Berufliche Stationen\n\n| Zeitraum | Arbeitgeber | Position |\n"
        "|---|---|---|\n| 05/2018 – heute | Reederei Hansen GmbH, Flensburg | Offizier |\n"
    )
    resume = MarkdownReader().read(page.encode(), "jens.md")
    (job,) = section(resume, SectionKind.WORK).entries
    assert told(job)[:4] == ("Reederei Hansen GmbH", "Offizier", "2018-05 - now", "Flensburg")


def test_a_degree_may_stand_in_brackets_behind_its_field() -> None:
    page = "# 李明远\n\n## 教育经历\n\n2014.9 - 2018.6　　中国美术学院　　视觉传达设计（本科）\n"
    resume = MarkdownReader().read(page.encode(), "li.md")
    (study,) = section(resume, SectionKind.EDUCATION).entries
    assert told(study)[:2] == ("中国美术学院", "本科")
    assert study.area is not None
    assert study.area.text == "视觉传达设计"
    assert when(study.dates) == "2014-09 - 2018-06"


def test_numbers_that_nobody_can_ring_are_no_telephones() -> None:
    page = (
        "# Ana Ruiz\n\nDNI: 55501170\nFecha de nacimiento: 03.04.1990\nMóvil: 655 501 170\n\n"
        "## Experiencia\n\n- Camarera, 2019\n"
    )
    contacts = MarkdownReader().read(page.encode(), "ana.md").contacts
    assert [each.value for each in contacts] == ["655 501 170"]


# --- the data -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_no_name_of_a_section_stands_for_two_kinds(language: Language) -> None:
    named = [phrase for names in language.sections.values() for phrase in phrases(names)]
    assert sorted(named) == sorted(set(named))
