"""The directory of local services on the shelf: tables and columns of HSDS 3.0, plus our own.

Own columns: ``batch_id`` (the import that brought a row; NULL: written here), ``hide_address``
(a shelter's address is neither shown nor printed), ``step_free``, ``free``, ``by_appointment``,
``category`` (plain categories, keys with blanks between), ``when_you_ring``, ``checked_at`` and
``checked_how``, ``kind`` (``KINDS``), ``needs_internet``, ``referral`` (whether one has to be sent
there: blank for unknown, ``no``, ``yes``), ``remark`` (the centre's own words, for everyone),
``gone`` (its source has it no more: an import took it off the list),
``closed`` (a schedule row that closes: holidays), ``maybe_days`` with
``opens_minute`` and ``closes_minute`` (when a schedule may be open at all: bits 1 = Monday …
64 = Sunday). ``words_…`` and ``marks`` are worked out by :func:`refresh` and feed the search.
"""

from __future__ import annotations

from peewee import FloatField, ForeignKeyField, IntegerField, Model

from peerdesk.store.directory_base import DirectoryRow, flag, owner, parent, text


class Organization(DirectoryRow):
    name = text()
    alternate_name = text()
    description = text()
    email = text()
    website = text()
    tax_status = text()
    tax_id = text()
    year_incorporated = text()
    legal_status = text()
    logo = text()
    uri = text()
    parent_organization = parent("self", on_delete="SET NULL")


class Program(DirectoryRow):
    """Services that belong together."""

    organization = owner(Organization)
    name = text()
    alternate_name = text()
    description = text()


KINDS = ("service", "warm line", "online group", "blog", "forum", "webinar", "app")
"""What a listing is."""


class Service(DirectoryRow):
    organization = owner(Organization, on_delete="NO ACTION")
    name = text()
    alternate_name = text()
    description = text()
    url = text()
    email = text()
    status = text("active")
    interpretation_services = text()
    application_process = text()
    fees_description = text()
    wait_time = text()
    accreditations = text()
    eligibility_description = text()
    minimum_age = FloatField(null=True)
    maximum_age = FloatField(null=True)
    assured_date = text()
    assurer_email = text()
    licenses = text()
    alert = text()
    last_modified = text()
    category = text()
    category_by_hand = flag()
    program = parent(Program, on_delete="SET NULL")
    kind = text("service")
    needs_internet = flag()
    referral = text()
    remark = text()
    when_you_ring = text()
    free = flag()
    by_appointment = flag()
    checked_at = IntegerField(null=True)
    checked_how = text()  # phone | visit | website
    archived_at = IntegerField(null=True)
    gone = flag()
    words_organization = text()
    words_place = text()
    words_category = text()
    marks = text()


class Location(DirectoryRow):
    location_type = text("physical")
    url = text()
    organization = parent(Organization, on_delete="SET NULL")
    name = text()
    alternate_name = text()
    description = text()
    transportation = text()
    latitude = FloatField(null=True)
    longitude = FloatField(null=True)
    external_identifier = text()
    external_identifier_type = text()
    hide_address = flag()
    step_free = flag()


class Address(DirectoryRow):
    location = owner(Location)
    attention = text()
    address_1 = text()
    address_2 = text()
    city = text()
    region = text()
    state_province = text()
    postal_code = text()
    country = text()
    address_type = text("physical")


class ServiceAtLocation(DirectoryRow):
    service = owner(Service)
    location = owner(Location)
    description = text()


class Contact(DirectoryRow):
    organization = parent(Organization)
    service = parent(Service)
    service_at_location = parent(ServiceAtLocation)
    location = parent(Location)
    name = text()
    title = text()
    department = text()
    email = text()


class Phone(DirectoryRow):
    location = parent(Location)
    service = parent(Service)
    organization = parent(Organization)
    contact = parent(Contact)
    service_at_location = parent(ServiceAtLocation)
    number = text()
    extension = text()
    type = text()
    description = text()


class Schedule(DirectoryRow):
    service = parent(Service)
    location = parent(Location)
    service_at_location = parent(ServiceAtLocation)
    valid_from = text()
    valid_to = text()
    dtstart = text()
    timezone = text()
    until = text()
    count = text()
    wkst = text()
    freq = text()
    interval = text()
    byday = text()
    byweekno = text()
    bymonthday = text()
    byyearday = text()
    description = text()
    opens_at = text()
    closes_at = text()
    schedule_link = text()
    attending_type = text()
    notes = text()
    closed = flag()
    maybe_days = flag()
    opens_minute = flag()
    closes_minute = flag()


class Language(DirectoryRow):
    service = parent(Service)
    location = parent(Location)
    phone = parent(Phone)
    name = text()
    code = text()
    note = text()


class Accessibility(DirectoryRow):
    location = owner(Location)
    description = text()
    details = text()
    url = text()


class CostOption(DirectoryRow):
    service = owner(Service)
    valid_from = text()
    valid_to = text()
    option = text()
    currency = text()
    amount = FloatField(null=True)
    amount_description = text()


class RequiredDocument(DirectoryRow):
    service = owner(Service)
    document = text()
    uri = text()


class ServiceArea(DirectoryRow):
    service = owner(Service)
    name = text()
    description = text()
    extent = text()
    extent_type = text()
    uri = text()


class Taxonomy(DirectoryRow):
    name = text()
    description = text()
    uri = text()
    version = text()


class TaxonomyTerm(DirectoryRow):
    code = text()
    name = text()
    description = text()
    parent = parent("self", on_delete="SET NULL")
    taxonomy = text()
    language = text()
    term_uri = text()
    of_taxonomy = ForeignKeyField(
        Taxonomy,
        null=True,
        on_delete="SET NULL",
        backref="+",
        lazy_load=False,
        column_name="taxonomy_id",
    )


class ServiceTaxonomy(DirectoryRow):
    """HSDS's ``attribute`` where it links a service to a term."""

    service = owner(Service)
    taxonomy_term = owner(TaxonomyTerm)
    link_type = text()
    value = text()


class Attribute(DirectoryRow):
    """HSDS's ``attribute`` where it links anything else to a term: ``link_id`` is a UUID."""

    taxonomy_term = owner(TaxonomyTerm)
    link_id = text()
    link_type = text()
    link_entity = text()
    value = text()


class Funding(DirectoryRow):
    organization = parent(Organization)
    service = parent(Service)
    source = text()


class OrganizationIdentifier(DirectoryRow):
    """A number that a register gave to an organization."""

    organization = owner(Organization)
    identifier_scheme = text()
    identifier_type = text()
    identifier = text()


class Metadata(DirectoryRow):
    """A change that the source made to its own data; ``resource_id`` is a UUID."""

    resource_id = text()
    resource_type = text()
    last_action_date = text()
    last_action_type = text()
    field_name = text()
    previous_value = text()
    replacement_value = text()
    updated_by = text()


class MetaTableDescription(DirectoryRow):
    """What a package says of its own tables."""

    name = text()
    language = text()
    character_set = text()


# Parents before children: the order in which an import copies.
IMPORTED: tuple[type[Model], ...] = (
    Organization,
    Program,
    Taxonomy,
    TaxonomyTerm,
    Location,
    Service,
    ServiceAtLocation,
    Address,
    Contact,
    Phone,
    Schedule,
    Language,
    Accessibility,
    CostOption,
    RequiredDocument,
    ServiceArea,
    ServiceTaxonomy,
    Attribute,
    Funding,
    OrganizationIdentifier,
    Metadata,
    MetaTableDescription,
)
