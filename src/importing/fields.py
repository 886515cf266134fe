"""What a column of a list may hold."""

from enum import StrEnum


class Field(StrEnum):
    """What a column of a list may hold."""

    NUMBER = "number"
    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    GENDER = "gender"
    MALE = "male"
    FEMALE = "female"
    BIRTH = "birth"
    BIRTH_YEAR = "birth_year"
    ETHNIC = "ethnic"
    IDENTITY_NUMBER = "identity_number"
    PHONE = "phone"
    HAMLET = "hamlet"
    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    ADDRESS = "address"
    TEAM = "team"
    ROLE = "role"
    EMPLOYER = "employer"
    NOTE = "note"
    PROGRAM_ID = "program_id"
    IGNORE = "ignore"
