"""Each fault that lists have, by itself and in company, still finds the person."""

from dataclasses import replace

import pytest

from pentameter.decisions.matching import Birth
from tests.decisions.matching.people import asked, person

NAMES = {
    "names in another order": ("Mirela|Hoxhallari", "Hoxhallari|Mirela"),
    "one cell": ("Mirela|Hoxhallari", "HOXHALLARI, Mirela"),
    "one cell the other way": ("Mirela|Hoxhallari", "Mirela Hoxhallari"),
    "upper case": ("Mirela|Hoxhallari", "MIRELA|HOXHALLARI"),
    "a title": ("Mirela|Hoxhallari", "Ms Mirela|Hoxhallari"),
    "Russian letters": ("Yekaterina|Zhukovskaya", "Екатерина|Жуковская"),
    "Ukrainian letters": ("Yuliia|Shevchuk", "Юлія|Шевчук"),
    "Bulgarian letters": ("Tsvetelina|Zhelyazkova", "Цветелина|Желязкова"),
    "German spelling of Russian": ("Yershov|Vyacheslav", "Jerschow|Wjatscheslaw"),
    "Polish spelling of Ukrainian": ("Oksana|Shevchuk", "Oksana|Szewczuk"),
    "French spelling of Bulgarian": ("Zhivka|Chakarova", "Jivka|Tchakarova"),
    "a woman's surname": ("Irina|Petrenkova", "Irina|Petrenkov"),
    "a patronymic": ("Irina|Khokhryakova", "Irina Sergeyevna|Khokhryakova"),
    "Arabic letters": ("Fatima|Al-Rahmani", "فاطمة|الرحماني"),
    "Arabic article joined": ("Hussein|Al-Jabouri", "Hussein|Aljabouri"),
    "Arabic article lost": ("Hussein|Al-Jabouri", "Hussain|Jabouri"),
    "son of": ("Omar|bin Khaled", "Omar Khaled"),
    "Abdul apart": ("Abdulrahman|Mansour", "Abdul Rahman|Mansour"),
    "Abd al apart": ("Abdulrahman|Mansouri", "Abd al-Rahman|Mansouri"),
    "Mohammed": ("Mohammed|Elbarazi", "Muhamad|Elbarazi"),
    "Md": ("Mohammad|Chowdhuri", "Md|Chowdhuri"),
    "Vietnamese marks": ("Thị Hương|Nguyễn", "Thi Huong|Nguyen"),
    "Vietnamese middle name lost": ("Thị Hương|Nguyễn", "Huong|Nguyen"),
    "Vietnamese order": ("Thị Hương|Nguyễn", "Nguyen Thi Huong"),
    "Chinese letters": ("Xiaoling|Zheng", "郑小玲"),
    "Chinese apart": ("Xiaoling|Zheng", "Zheng Xiao Ling"),
    "Chinese with a hyphen, Wade-Giles": ("Xiaoling|Xu", "Hsu|Hsiao-ling"),
    "Cantonese surname": ("Meihua|Guo", "Meihua|Kwok"),
    "Wade-Giles given name": ("Jianguo|Zhuang", "Chien-kuo|Chuang"),
    "Albanian marks": ("Gëzim|Përlaj", "Gezim|Perlaj"),
    "Albanian sounds": ("Xhensila|Gjokaj", "Jensila|Djokaj"),
    "Romanian marks": ("Ștefania|Țurcanu", "Stefania|Turcanu"),
    "Romanian cedillas": ("Ștefania|Țurcanu", "Ştefania|Ţurcanu"),
    "marks turned to question marks": ("Mădălina|Crăciunescu", "M?d?lina|Cr?ciunescu"),
    "Polish marks": ("Małgorzata|Gołębiewska", "Malgorzata|Golebiewska"),
    "Lithuanian marks": ("Živilė|Žukaitytė", "Zivile|Zukaityte"),
    "Lithuanian married": ("Rasa|Petrauskaitė", "Rasa|Petrauskienė"),
    "Polish short name": ("Małgorzata|Krupińczyk", "Gosia|Krupinczyk"),
    "Russian short name": ("Anastasia|Lukyanchikova", "Nastya|Lukyanchikova"),
    "English short name": ("Elizabeth|Thackray", "Liz|Thackray"),
    "a name cut short": ("Georgiana|Munteanu", "Georg|Munteanu"),
    "an initial": ("Georgiana|Munteanu", "G.|Munteanu"),
    "a letter lost": ("Georgiana|Munteanu", "Georgiana|Muntenu"),
    "a letter doubled": ("Georgiana|Munteanu", "Georgianna|Munteanu"),
    "letters exchanged": ("Georgiana|Munteanu", "Goergiana|Munteanu"),
    "a wrong letter": ("Georgiana|Munteanu", "Georgiana|Munteamu"),
    "a wrong first letter": ("Georgiana|Munteanu", "Heorgiana|Munteanu"),
    "slips in both names": ("Georgiana|Munteanu", "Goergiana|Muntanu"),
    "half of a double surname": ("Ngozi|Nwachukwu-Eze", "Ngozi|Nwachukwu"),
    "a double surname joined": ("Ngozi|Okonjo-Ade", "Ngozi|Okonjoade"),
    "a second given name": ("Kelly|Hargreave", "Kelly Louise|Hargreave"),
    "a particle lost": ("Luciana|de Cavalcante", "Luciana|Cavalcante"),
    "an Irish name as it sounds": ("Aoife|Hanrattery", "Eefa|Hanrattery"),
    "a name like a particle": ("Ben|Thackray", "Mr Ben|Thackray"),
    "an apostrophe": ("Orla|O'Mearain", "Orla|OMearain"),
}
BIRTHS = {
    "the same day": "1990-03-05",
    "first of January": "1990-01-01",
    "the year alone": "1990",
    "day and month swapped": "1990-05-03",
    "a year too early": "1989-03-05",
    "two years too late": "1992-03-05",
    "swapped and two years off": "1988-05-03",
    "first of January and two years off": "1992-01-01",
    "a day off": "1990-03-06",
    "missing": "",
}
HARD_WITHOUT_A_DATE = {"an initial"}
"""Faults of the name after which a date that says next to nothing does not suffice."""


@pytest.mark.parametrize("fault", NAMES)
def test_a_fault_in_the_name(fault: str) -> None:
    protected, line = NAMES[fault]
    found = asked(person(line, id="L1"), person(protected))
    assert found.answer.held
    assert found.people == ("P1",)


@pytest.mark.parametrize("birth", BIRTHS)
@pytest.mark.parametrize("fault", NAMES)
def test_a_fault_in_the_name_and_one_in_the_date(fault: str, birth: str) -> None:
    if fault in HARD_WITHOUT_A_DATE and birth in ("missing", "first of January and two years off", "a day off"):
        assert BIRTHS[birth] != BIRTHS["the same day"]
        return
    protected, line = NAMES[fault]
    assert asked(person(line, BIRTHS[birth], id="L1"), person(protected, "1990-03-05")).answer.held


@pytest.mark.parametrize("missing", ["surname", "given", "sex", "nationality", "document", "born"])
@pytest.mark.parametrize("fault", ["one cell", "a letter lost", "Polish short name", "Vietnamese order"])
def test_a_missing_field_beside_a_fault(fault: str, missing: str) -> None:
    protected, line = NAMES[fault]
    told = person(line, id="L1", nationality="PL", document="DM0000001")
    told = replace(told, **{missing: None if missing == "born" else ""})
    assert asked(told, person(protected, nationality="PL", document="DM0000001")).answer.held


@pytest.mark.parametrize("number", ["DM1234567", "DM 123 456-7", "dm1234567", "DM1234576", "DM123456", "DM1234568"])
def test_a_document_number_with_a_slip_beside_a_spoilt_name(number: str) -> None:
    line = person("Gergina|Muntean", "", id="L1", document=number)
    assert asked(line, person("Georgiana|Munteanu", document="DM1234567")).people == ("P1",)


def test_the_same_document_answers_alone() -> None:
    line = person("Somebody|Elsewise", "1970-01-02", id="L1", document="DM1234567")
    assert asked(line, person("Georgiana|Munteanu", document="DM1234567")).answer.held


@pytest.mark.parametrize(
    "line",
    [
        person("Georgiana|Munteanu", "1979-11-02", id="L1", nationality="RO"),
        person("Alina|Munteanu", "1990-03-25", id="L1", nationality="RO", sex="male"),
        person("Alina|Munteanu", "", id="L1", nationality="RO"),
        person("Georgiana|Rusu", "", id="L1", nationality="RO"),
        person("Mirela|Hoxhallari", "1990-03-25", id="L1", nationality="AL"),
    ],
    ids=["namesake", "brother", "sister without a date", "given name alone", "the same birthday"],
)
def test_somebody_else(line) -> None:
    assert not asked(line, person("Georgiana|Munteanu", nationality="RO")).answer.held


def test_a_name_taken_in_marriage_beside_a_document_number_with_a_slip() -> None:
    """The name and the day of birth alone are not enough: too many women share both."""
    line = person("Georgiana|Hargreave", id="L1", nationality="RO", document="DM1234568")
    assert asked(line, person("Georgiana|Munteanu", nationality="RO", document="DM1234567")).answer.held
    assert not asked(replace(line, document=""), person("Georgiana|Munteanu", nationality="RO")).answer.held


def test_a_day_that_does_not_exist_is_evidence_too() -> None:
    line = replace(person("Georgiana", id="L1"), born=Birth(1990, 31, 2))
    protected = replace(person("Georgiana|Munteanu"), born=Birth(1990, 2, 31))
    assert asked(line, protected).answer.held
