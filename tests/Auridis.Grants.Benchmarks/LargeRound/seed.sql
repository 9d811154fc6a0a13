-- Rounds that are larger than any real one, from the application that the round 2018-A has: its content is that of all others.
-- RANK: @Ranked eligible applications, three submitted reviews each. ASSIGN: as many without reviews.
-- MEND: @Mended that were returned, to be mended by one day.
create temp table Number as
with recursive Number (N) as (select 1 union all select N + 1 from Number where N < @Ranked) select N from Number;

insert into YouthOffice (Id, Version, Ags, Name, Kind, GovernmentDistrict, CreatedAt, UpdatedAt)
select printf('0000000D-0000-7000-8000-%012d', N), 1, printf('9%07d', N), 'Amt ' || N, iif(N % 3 = 0, 'county', 'municipality'),
    'Münster', '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Number;

create temp table Size (Place integer, Code text, Applications integer, Reviews integer, Status text);
insert into Size values (1, 'RANK', @Ranked, 3, 'eligible'), (2, 'ASSIGN', @Ranked, 0, 'eligible'),
    (3, 'MEND', @Mended, 0, 'returned');

insert into Programme (Id, Version, Code, Status, SiteLimit, CapCents, BudgetCents, LotCommitment, ClosesOn, ReviewQuorum, Terms,
    LotSecret, LotValue, LotEnteredBy, LotConfirmedBy, ApplicationCount, CreatedAt, UpdatedAt)
select printf('0000000A-0000-7000-8000-%012d', s.Place), 1, s.Code, 'closed', 1000, 10000000, 10000000000, '', '2018-11-30', 2,
    p.Terms, 'secret', '3-11-17', 'a', 'b', s.Applications, '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Size s join Programme p on p.Seq = 1;

insert into Application (Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Number, Reference, Title, Content, RequestedCents,
    VersionCount, ReviewsMissing, FormalCheck, Mending, MendingEndsOn, CreatedBy, CreatedAt, UpdatedAt, SubmittedBy, SubmittedOn)
select printf('%08X-0000-7000-8000-%012d', 256 + s.Place, n.N), 1, printf('0000000A-0000-7000-8000-%012d', s.Place),
    printf('0000000D-0000-7000-8000-%012d', n.N), printf('9%07d', n.N),
    s.Status, n.N, printf('GA-%s-%04d', s.Code, n.N), a.Title, a.Content, a.RequestedCents, 1,
    iif(s.Code = 'ASSIGN', 2, 0),
    iif(s.Status = 'eligible', '{"items":[],"checkedOn":"2018-11-20"}', null),
    iif(s.Status = 'returned', '{"points":[{"pointer":"/title","text":"x"}],"mendBy":"2018-12-14","returnedOn":"2018-11-30"}', null),
    iif(s.Status = 'returned', '2018-12-14', null), 'a', '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00', 'a', '2018-11-20'
from Size s join Number n on n.N <= s.Applications join Application a on a.Seq = 1
order by s.Place, n.N;

insert into ApplicationVersion (ApplicationId, Number, Content, ContentHash, SubmittedBy, SubmittedOn, CreatedAt)
select x.Id, 1, x.Content, '', 'a', '2018-11-20', '2018-01-01 00:00:00+00:00'
from Application x join Programme p on p.Id = x.ProgrammeId where p.Code = 'MEND';

insert into Review (Id, Version, ProgrammeId, ApplicationId, Reviewer, Status, Scores, TotalTenths, AssignedOn, SubmittedOn, CreatedAt,
    UpdatedAt)
select printf('%08X-0000-7000-8000-%012d', 512 + s.Place, n.N * 10 + k.N), 1, printf('0000000A-0000-7000-8000-%012d', s.Place),
    printf('%08X-0000-7000-8000-%012d', 256 + s.Place, n.N), 'seed#reviewer-' || ((n.N * 3 + k.N) % 200), 'submitted',
    printf('[{"criterion":"need","points":%d,"comment":"x"},{"criterion":"network","points":%d,"comment":"x"},'
        || '{"criterion":"goals","points":%d,"comment":"x"},{"criterion":"backing","points":7,"comment":"x"}]',
        (n.N + k.N) % 11, n.N % 11, k.N % 11),
    30 * ((n.N + k.N) % 11) + 25 * (n.N % 11) + 25 * (k.N % 11) + 140, '2018-12-01', '2018-12-05', '2018-01-01 00:00:00+00:00',
    '2018-01-01 00:00:00+00:00'
from Size s join Number n on n.N <= s.Applications join (select 1 as N union all select 2 union all select 3) k on k.N <= s.Reviews
order by s.Place, n.N, k.N;
