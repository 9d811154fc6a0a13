-- An active award of Bottrop in the programme 2018-A, and its report, for which nothing is entered yet.
update Programme set Status = 'running', SelectedCount = 1, CommittedCents = 10000000 where Seq = 1;

insert into Application (Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Reference, Status, Title, TitleKey, Content, RequestedCents,
    CreatedBy, CreatedAt, UpdatedAt)
select '0000000B-0000-7000-8000-000000000001', 1, p.Id, o.Id, o.Ags, 'GA-2018-A-0001', 'selected', 'Netzwerke', 'netzwerke', '{}', 10000000,
    'a', '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Programme p join YouthOffice o on o.Ags = '05512000' where p.Seq = 1;

insert into Selection (Id, Version, ProgrammeId, Reference, Status, Ranking, CreatedBy, CreatedAt, UpdatedAt, ProposedBy, ConfirmedBy,
    PublishedBy)
select '0000000C-0000-7000-8000-000000000001', 1, Id, 'GA-2018-A-S-01', 'published', '{}', 'a', '2018-01-01 00:00:00+00:00',
    '2018-01-01 00:00:00+00:00', 'a', 'b', 'b'
from Programme where Seq = 1;

insert into Award (Id, Version, Reference, ProgrammeId, ApplicationId, SelectionId, YouthOfficeId, OfficeAgs, Status, AmountCents, Lines,
    Financing, Terms, StartsOn, EndsOn, ReportDueOn, OfferedBy, OfferedOn, AcceptanceEndsOn, DrawnCents, PaidCents, PaymentCount,
    CommittedCents, PromisedCents, CreatedAt, UpdatedAt)
select '0000000E-0000-7000-8000-000000000001', 1, 'GA-2018-A-Z-01', p.Id, '0000000B-0000-7000-8000-000000000001',
    '0000000C-0000-7000-8000-000000000001', o.Id, o.Ags, 'active', 10000000,
    json_array(json_object('category', 'personnel', 'amount', json_object('amount', '60000.00', 'currency', 'EUR')),
        json_object('category', 'training', 'amount', json_object('amount', '40000.00', 'currency', 'EUR'))),
    json_object('grant', json_object('amount', '100000.00', 'currency', 'EUR'), 'own', json_object('amount', '0.00', 'currency', 'EUR'),
        'thirdParty', json_object('amount', '0.00', 'currency', 'EUR')),
    p.Terms, '2019-01-01', '2020-12-31', '2021-06-30', 'a', '2018-12-20', '2019-01-19', 0, 0, 0, 10000000, 10000000,
    '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Programme p join YouthOffice o on o.Ags = '05512000' where p.Seq = 1;

insert into SpendingReport (Id, Version, ProgrammeId, AwardId, OfficeAgs, Reference, Kind, PeriodEndsOn, Status, DueOn, OwedOn, CreatedAt,
    UpdatedAt)
select '0000000F-0000-7000-8000-000000000001', 1, ProgrammeId, Id, OfficeAgs, Reference || '-V1', 'final', EndsOn, 'due', ReportDueOn,
    ReportDueOn,
    '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Award where Id = '0000000E-0000-7000-8000-000000000001';
