"""All tables in one import, for the engine and the migrations."""

from .attendance import Attendance, Correction, Headcount, Scan
from .base import Base
from .certificates import Certificate, CertificateBook, CertificateNumber, CertificateVoid
from .courses import (
    Course,
    CourseSession,
    CourseSkill,
    Enrolment,
    EnrolmentCorrection,
    SessionTopic,
    SessionTrainer,
)
from .curriculum import EthnicGroup, SkillName, Topic
from .imports import ImportBatch, ImportFinding, ImportRow, ListLayout
from .outcomes import Assessment, Completion, SkillStatus
from .people import Card, Consent, DistinctPair, IdentityNumber, Person, PersonRedirect
from .places import (
    Denominator,
    Hamlet,
    HamletSuccessor,
    Household,
    Unit,
    UnitSuccessor,
    UnitTitle,
)
from .program import AuditEntry, MachineCounter, Setting
from .registration import RegistrationForm
from .teams import Team, TeamMember, TeamSuccessor

__all__ = [
    "Assessment", "Attendance", "AuditEntry", "Base", "Card", "Certificate", "CertificateBook",
    "CertificateNumber", "CertificateVoid", "Completion", "Consent", "Correction", "Course",
    "CourseSession", "CourseSkill", "Denominator", "DistinctPair", "Enrolment",
    "EnrolmentCorrection", "EthnicGroup", "Hamlet", "HamletSuccessor", "Headcount", "Household",
    "IdentityNumber", "ImportBatch", "ImportFinding", "ImportRow", "ListLayout", "MachineCounter",
    "Person", "PersonRedirect", "RegistrationForm", "Scan", "SessionTopic", "SessionTrainer",
    "Setting", "SkillName", "SkillStatus", "Team", "TeamMember", "TeamSuccessor", "Topic", "Unit",
    "UnitSuccessor", "UnitTitle",
]  # fmt: skip
