-- @Programmes programmes that are closed, each with one application of each of 1,000 offices, every second of which is a county. Each
-- application is eligible and has two reviews, and no two have the same total. There are 600 places, at most 250 of them for counties.
create temp table Number as
with recursive Number (N) as (select 1 union all select N + 1 from Number where N < 1000)
select N from Number;

insert into YouthOffice (Id, Version, Ags, Name, Kind, GovernmentDistrict, County, CreatedAt, UpdatedAt)
select printf('0000000D-0000-7000-8000-%012d', N), 1, printf('1%04d%s', N, iif(N % 2 = 0, '000', '001')), 'Ort ' || N,
    iif(N % 2 = 0, 'county', 'municipality'), 'Bezirk', iif(N % 2 = 0, null, 'Kreis'),
    '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Number;

insert into Programme (Id, Version, Code, Status, SiteLimit, CapCents, BudgetCents, LotCommitment, ClosesOn, ReviewQuorum, Terms,
    ApplicationCount, CreatedAt, UpdatedAt)
select printf('0000000A-0000-7000-8000-%012d', N), 1, 'D' || N, 'closed', 600, 10000000, 6000000000, '', '2018-09-30', 2,
    json_set(p.Terms, '$.siteLimit', 600, '$.budget.amount', '60000000.00',
        '$.quotas', json('[{"by":"kind","value":"county","most":250}]')), 1000,
    '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Number join Programme p on p.Seq = 1
where N <= @Programmes;

insert into ProgrammeQuota (ProgrammeId, Property, Value, Most)
select printf('0000000A-0000-7000-8000-%012d', N), 'kind', 'county', 250 from Number where N <= @Programmes;

-- The N-th application of a programme is of the N-th office.
create temp table Site as
select (p.N - 1) * 1000 + o.N as Id, p.N as Programme, o.N
from Number p join Number o
where p.N <= @Programmes;

insert into Application (Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Number, Reference, Title, Content, RequestedCents,
    VersionCount, CreatedBy, CreatedAt, UpdatedAt)
select printf('00000001-0000-7000-8000-%012d', s.Id), 3, printf('0000000A-0000-7000-8000-%012d', Programme), o.Id, o.Ags, 'eligible', N,
    printf('GA-D%d-%04d', Programme, N), 'Netzwerk ' || N,
    json_object(
        'title', 'Netzwerk ' || N, 'summary', printf('%.400c', 'x'), 'startingPosition', printf('%.400c', 'x'),
        'goals', printf('%.400c', 'x'), 'targetArea', 'Stadtmitte', 'children', 1200,
        'partners', json('[{"sector":"daycare","name":"Kitas","role":"Übergang in die Schule"}]'),
        'steering', 'Steuerungsgruppe', 'politicalBacking', 'Beschluss', 'staff', json('[]'),
        'milestones', json('[{"title":"Bestandsaufnahme","dueOn":"2019-06-30"}]'),
        'financePlan', json('{"lines":[{"category":"personnel","amount":{"amount":"70000.00","currency":"EUR"}},'
            || '{"category":"events","amount":{"amount":"20000.00","currency":"EUR"}}],'
            || '"ownContribution":{"amount":"10000.00","currency":"EUR"},"thirdPartyFunds":{"amount":"0.00","currency":"EUR"},'
            || '"requested":{"amount":"80000.00","currency":"EUR"}}')),
    8000000, 1, 'a', '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Site s join YouthOffice o on o.Id = printf('0000000D-0000-7000-8000-%012d', N)
order by s.Id;

insert into Review (Id, Version, ProgrammeId, ApplicationId, Reviewer, Status, Scores, TotalTenths, AssignedOn, SubmittedOn, CreatedAt,
    UpdatedAt)
select printf('00000002-0000-7000-8000-%012d', s.Id * 2 + k.N), 4, printf('0000000A-0000-7000-8000-%012d', Programme),
    printf('00000001-0000-7000-8000-%012d', s.Id), 'seed#' || k.N, 'submitted',
    '[{"criterion":"need","points":5,"comment":"Belegt."},{"criterion":"network","points":5,"comment":"Belegt."},'
        || '{"criterion":"goals","points":5,"comment":"Belegt."},{"criterion":"backing","points":5,"comment":"Belegt."}]',
    (s.N + k.N - 1) / 2, '2018-09-01', '2018-09-01', '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Site s join Number k on k.N <= 2
order by s.Id, k.N;
