-- A ledger of @Entries entries, 50 a day up to 28 September 2018, and what leads to it: an award for each ten of them, with its
-- application, three payments and report. For each five of them, an eligible application with the reviews that the quorum asks for. The
-- same rows stand at the end of every size: 300 payments that wait for their release, 50 reports that are overdue, 50 applications that
-- lack a review. Ids are made from a number, with the table's letter in front.
create temp table Number as
with recursive Number (N) as (select 1 union all select N + 1 from Number where N < @Entries)
select N from Number;

create temp table Office as
select row_number() over (order by Seq) as Place, Id, Ags from YouthOffice order by Seq limit 90;
create unique index temp.UQ_Office_Place on Office (Place);

insert into BankAccount (Id, Version, YouthOfficeId, Iban, Holder, Status, EnteredBy, VerifiedBy, CreatedAt, UpdatedAt)
select printf('0000000B-0000-7000-8000-%012d', Place), 1, Id, 'DE89370400440532013000', 'Stadtkasse', 'verified', 'a', 'b',
    '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Office;

insert into Programme (Id, Version, Code, Status, SiteLimit, CapCents, BudgetCents, LotCommitment, ClosesOn, ReviewQuorum, Terms,
    SelectedCount, AwardCount, CommittedCents, CreatedAt, UpdatedAt)
select printf('0000000A-0000-7000-8000-%012d', N), 1, 'S' || N, 'running', 90, 10000000, 900000000, '', '2008-11-30', 2,
    (select Terms from Programme where Seq = 1), 90, 90,
    -- 60,000.00 of each award, and of the first fifty 80,000.00.
    6000000 * (min(N * 90, @Entries / 10) - (N - 1) * 90) + 2000000 * max(0, min(N * 90, 50) - (N - 1) * 90),
    '2008-01-01 00:00:00+00:00', '2008-01-01 00:00:00+00:00'
from Number where N <= (@Entries / 10 + 89) / 90;

insert into Selection (Id, Version, ProgrammeId, Reference, Status, Ranking, CreatedBy, CreatedAt, UpdatedAt, ProposedBy, ConfirmedBy,
    PublishedBy)
select printf('0000000C-0000-7000-8000-%012d', N), 1, printf('0000000A-0000-7000-8000-%012d', N), 'S' || N || '-A1', 'published', '[]', 'a',
    '2008-01-01 00:00:00+00:00', '2008-01-01 00:00:00+00:00', 'a', 'b', 'b'
from Number where N <= (@Entries / 10 + 89) / 90;

-- The N-th application and award: of the office N mod 90, in the programme N div 90.
create temp table Site as
select N, (N - 1) / 90 + 1 as Programme, o.Place as Office, o.Id as OfficeId, o.Ags
from Number join Office o on o.Place = (N - 1) % 90 + 1
where N <= @Entries / 10;

insert into Application (Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Number, Reference, Title, Content, RequestedCents,
    VersionCount, TitleKey, CreatedBy, CreatedAt, UpdatedAt)
select printf('00000001-0000-7000-8000-%012d', N), 1, printf('0000000A-0000-7000-8000-%012d', Programme), OfficeId, Ags, 'selected', Office,
    'GA-S' || Programme || '-' || Office,
    -- The last 1,050 say that they are later.
    iif(N > @Entries / 10 - 1050, printf('A later network for %d children', N), printf('A network for %d children', N)),
    printf('{"project":"%.1000c"}', 'x'), 8000000, 1,
    iif(N > @Entries / 10 - 1050, printf('a later network for %d children', N), printf('a network for %d children', N)), 'a',
    '2008-01-01 00:00:00+00:00', '2008-01-01 00:00:00+00:00'
from Site;

insert into Programme (Id, Version, Code, Status, SiteLimit, CapCents, BudgetCents, LotCommitment, ClosesOn, ReviewQuorum, Terms,
    ApplicationCount, CreatedAt, UpdatedAt)
select printf('0000001A-0000-7000-8000-%012d', N), 1, 'E' || N, 'closed', 90, 10000000, 900000000, '', '2018-08-31', 2,
    (select Terms from Programme where Seq = 1), 90, '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Number where N <= (@Entries / 50 + 89) / 90;

insert into Application (Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Number, Reference, Title, Content, RequestedCents,
    VersionCount, ReviewsMissing, FormalCheck, TitleKey, CreatedBy, CreatedAt, UpdatedAt, SubmittedBy, SubmittedOn)
select printf('00000011-0000-7000-8000-%012d', N), 1, printf('0000001A-0000-7000-8000-%012d', (N - 1) / 90 + 1), o.Id, o.Ags, 'eligible',
    o.Place, 'GA-E' || ((N - 1) / 90 + 1) || '-' || o.Place, printf('A circle of %d families', N), printf('{"project":"%.1000c"}', 'x'),
    8000000, 1, iif(N > @Entries / 50 - 50, 1, 0), '{"items":[],"checkedOn":"2018-09-20"}', printf('a circle of %d families', N), 'a',
    '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00', 'a', '2018-08-20'
from Number join Office o on o.Place = (N - 1) % 90 + 1
where N <= @Entries / 50
order by N;

insert into Review (Id, Version, ProgrammeId, ApplicationId, Reviewer, Status, Scores, TotalTenths, AssignedOn, SubmittedOn, CreatedAt,
    UpdatedAt)
select printf('00000012-0000-7000-8000-%012d', (n.N - 1) * 2 + k.N), 1, printf('0000001A-0000-7000-8000-%012d', (n.N - 1) / 90 + 1),
    printf('00000011-0000-7000-8000-%012d', n.N), 'seed#reviewer-' || ((n.N + k.N) % 200), 'submitted', '[]', 700, '2018-09-01',
    '2018-09-05', '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Number n join (select 1 as N union all select 2) k on k.N = 1 or n.N <= @Entries / 50 - 50
where n.N <= @Entries / 50
order by n.N, k.N;

insert into TitleSuffix (Suffix, ApplicationSeq)
select distinct rtrim(substring(a.TitleKey, p.N, 32)), a.Seq
from Application a join TitlePosition p on p.N <= length(a.TitleKey)
where a.CreatedBy = 'a' and substring(a.TitleKey, p.N, 1) > ' '
order by 1, 2;

insert into Award (Id, Version, Reference, ProgrammeId, ApplicationId, SelectionId, YouthOfficeId, OfficeAgs, Status, AmountCents, Lines,
    Financing, Terms, StartsOn, EndsOn, ReportDueOn, DrawnCents, PaidCents, PaymentCount, CommittedCents, PromisedCents, OfferedBy,
    OfferedOn, AcceptanceEndsOn, Settling, CompletedBy, CompletedOn, CreatedAt, UpdatedAt)
select printf('00000002-0000-7000-8000-%012d', N), 1, 'GA-S' || Programme || '-Z-' || Office,
    printf('0000000A-0000-7000-8000-%012d', Programme), printf('00000001-0000-7000-8000-%012d', N),
    printf('0000000C-0000-7000-8000-%012d', Programme), OfficeId, Ags,
    iif(N > 50 and N <= @Entries / 10 - 50, 'completed', 'active'), iif(N <= 50, 8000000, 6000000),
    printf('[{"category":"personnel","amount":{"amount":"%d0000.00","currency":"EUR"}}]', iif(N <= 50, 8, 6)),
    printf('{"grant":{"amount":"%d0000.00","currency":"EUR"},"own":{"amount":"0.00","currency":"EUR"},'
        || '"thirdParty":{"amount":"0.00","currency":"EUR"}}', iif(N <= 50, 8, 6)),
    (select Terms from Programme where Seq = 1),
    '2008-01-01', '2020-12-31', '2021-06-30', iif(N <= 50, 6600000, 6000000), 6000000, iif(N <= 50, 9, 3),
    iif(N <= 50, 8000000, 6000000), iif(N <= 50, 2000000, 0), 'a', '2008-01-01', '2008-01-31',
    iif(N <= 50, 1, 0), iif(N > 50 and N <= @Entries / 10 - 50, 'a', null), iif(N > 50 and N <= @Entries / 10 - 50, '2018-09-01', null),
    '2008-01-01 00:00:00+00:00', '2008-01-01 00:00:00+00:00'
from Site;

-- Three that are paid for each award, and six more for the first fifty, which wait.
create temp table Payment as
select (s.N - 1) * 3 + k.N as N, s.N as Site, k.N as Place, s.Programme, s.Office, s.Ags, 'settled' as Status
from Site s join Number k on k.N <= 3
order by 1;
insert into Payment
select @Entries + (s.N - 1) * 6 + k.N, s.N, 3 + k.N, s.Programme, s.Office, s.Ags, 'approved'
from Site s join Number k on k.N <= 6
where s.N <= 50
order by 1;

insert into Disbursement (Id, Version, ProgrammeId, AwardId, OfficeAgs, Reference, Status, AmountCents, Purpose, NeedCents,
    UnspentCents, OwnUsedCents, ThirdPartyUsedCents, BankAccountId,
    Iban, Holder, RequestedBy, RequestedOn, ApprovedBy, ApprovedOn, ReleasedBy, ReleasedOn, BookedOn, BankReference, SettlementRecordedBy,
    SettlementConfirmedBy, CreatedAt, UpdatedAt)
select printf('00000003-0000-7000-8000-%012d', N), 1, printf('0000000A-0000-7000-8000-%012d', Programme),
    printf('00000002-0000-7000-8000-%012d', Site), Ags,
    'GA-' || Site || '-P' || Place, Status, case Status when 'settled' then 2000000 else 100000 end, 'Personnel', 2000000, 0, 0, 0,
    printf('0000000B-0000-7000-8000-%012d', Office), 'DE89370400440532013000', 'Stadtkasse', 'a', '2018-01-01', 'b', '2018-01-01',
    iif(Status = 'settled', 'c', null), iif(Status = 'settled', '2018-01-02', null), iif(Status = 'settled', '2018-01-03', null),
    iif(Status = 'settled', 'KTO', null), iif(Status = 'settled', 'd', null), iif(Status = 'settled', 'e', null),
    '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Payment
order by Payment.rowid;

insert into SpendingReport (Id, Version, ProgrammeId, AwardId, OfficeAgs, Reference, Kind, PeriodEndsOn, Status, DueOn, OwedOn, SubmittedBy,
    SubmittedOn, ExaminedBy, AcceptedBy, AcceptedOn, EntitlementCents, CreatedAt, UpdatedAt)
select printf('00000004-0000-7000-8000-%012d', N), 1, printf('0000000A-0000-7000-8000-%012d', Programme),
    printf('00000002-0000-7000-8000-%012d', N), Ags, 'GA-' || N || '-V', 'final',
    '2018-01-31', iif(N <= @Entries / 10 - 50, 'accepted', 'due'), iif(N <= @Entries / 10 - 50, '2021-06-30', '2018-06-30'),
    iif(N <= @Entries / 10 - 50, null, '2018-06-30'),
    iif(N <= @Entries / 10 - 50, 'a', null), iif(N <= @Entries / 10 - 50, '2018-07-01', null),
    iif(N <= @Entries / 10 - 50, 'b', null), iif(N <= @Entries / 10 - 50, 'c', null), iif(N <= @Entries / 10 - 50, '2018-08-01', null),
    iif(N <= @Entries / 10 - 50, iif(N <= 50, 8000000, 6000000), null),
    '2018-01-01 00:00:00+00:00', '2018-01-01 00:00:00+00:00'
from Site;

-- Ten for each award: what is promised, and of each payment that it is owed, settled, and no longer promised.
create temp table Entry as
select N as Seq, (N - 1) / 10 + 1 as Site, (N - 1) / 900 + 1 as Programme, (N - 1) / 10 * 3 + ((N - 1) % 10 - 1) / 3 + 1 as Payment,
    date('2018-09-28', ((N - 1) / 50 - (@Entries - 1) / 50) || ' days') as PostedOn,
    case when N % 10 = 1 then 'commitment'
        else case N % 3 when 0 then 'payable' when 1 then 'settlement' else 'commitment-use' end end as Event
from Number;

insert into JournalEntry (Seq, FiscalYear, Number, Event, ProgrammeId, AwardId, DocumentId, DocumentReference, Text, DocumentOn, PostedOn,
    CreatedAt, EnteredBy)
select Seq, substr(PostedOn, 1, 4), row_number() over (partition by substr(PostedOn, 1, 4) order by Seq), Event,
    printf('0000000A-0000-7000-8000-%012d', Programme), printf('00000002-0000-7000-8000-%012d', Site),
    iif(Event = 'commitment', printf('00000002-0000-7000-8000-%012d', Site), printf('00000003-0000-7000-8000-%012d', Payment)),
    'GA-' || Site, 'Payment GA-' || Site,
    PostedOn, PostedOn, PostedOn || ' 10:00:00+00:00', 'a'
from Entry
order by Seq;

insert into Posting (EntrySeq, Line, PostedOn, DebitAccount, CreditAccount, AmountCents)
select e.Seq, l.Line, e.PostedOn, l.Debit, l.Credit,
    iif(e.Event <> 'commitment', 2000000, iif(e.Site <= 50, 8000000, 6000000))
from Entry e
join (
    select 'commitment' as Event, 1 as Line, '9000' as Debit, '9001' as Credit
    union all select 'payable', 1, '4000', '1700'
    union all select 'settlement', 1, '1700', '1360'
    union all select 'settlement', 2, '1360', '1200'
    union all select 'commitment-use', 1, '9001', '9000'
) l on l.Event = e.Event
order by e.Seq, l.Line;

insert into PostedSum (ScopeId, DebitAccount, CreditAccount, PostedOn, AmountCents)
select ScopeId, DebitAccount, CreditAccount, PostedOn, sum(AmountCents) over days
from (
    select s.ScopeId, p.DebitAccount, p.CreditAccount, p.PostedOn, sum(p.AmountCents) as AmountCents
    from Posting p
    join (
        select Seq, ProgrammeId as ScopeId from JournalEntry
        union all
        select Seq, AwardId from JournalEntry
    ) s on s.Seq = p.EntrySeq
    group by s.ScopeId, p.DebitAccount, p.CreditAccount, p.PostedOn
)
window days as (partition by ScopeId, DebitAccount, CreditAccount order by PostedOn rows unbounded preceding);

insert into AccountBalance (Account, PostedOn, DebitCents, CreditCents)
select Account, PostedOn, sum(Debit) over days, sum(Credit) over days
from (
    select Account, PostedOn, sum(Debit) as Debit, sum(Credit) as Credit
    from (
        select DebitAccount as Account, PostedOn, AmountCents as Debit, 0 as Credit from Posting
        union all
        select CreditAccount, PostedOn, 0, AmountCents from Posting
    )
    group by Account, PostedOn
)
window days as (partition by Account order by PostedOn rows unbounded preceding);

update JournalHead set Seq = @Entries;
insert into JournalYear (FiscalYear, Number) select FiscalYear, max(Number) from JournalEntry group by FiscalYear;

-- All of them are exported.
insert into ExportRun (Id, Version, Number, Format, Status, EntryCount, PostingCount, SumCents, FileName, Sha256, AuditSeq, AuditHash,
    CreatedBy, CreatedAt, UpdatedAt)
values ('00000005-0000-7000-8000-000000000001', 1, 1, 'csv', 'acknowledged', @Entries, @Entries, 1, 'seeded.csv', '0', 1, '', 'a',
    '2018-09-28 00:00:00+00:00', '2018-09-28 00:00:00+00:00');
insert into ExportClaim (Format, EntrySeq, ExportRunId)
select 'csv', Seq, '00000005-0000-7000-8000-000000000001' from JournalEntry where Event not like 'commitment%' order by Seq;
update ExportHead set Number = 1;

-- An event for each entry. Their hashes are none: nobody verifies this trail.
insert into AuditEvent (Seq, At, Actor, Action, ResourceId, ResourceVersion, Details, RequestId, Hash)
select h.Seq + e.Seq, e.PostedOn || ' 10:00:00+00:00', 'seed#' || (e.Seq % 40),
    case e.Event
        when 'commitment' then 'award.offered'
        when 'payable' then 'disbursement.released'
        when 'settlement' then 'disbursement.settled'
        else 'disbursement.approved'
    end,
    printf('00000003-0000-7000-8000-%012d', e.Site), 1, '{"amount":{"amount":"20000.00","currency":"EUR"}}',
    '4bf92f3577b34da6a3ce929d0e0e4736', printf('%064d', e.Seq)
from Entry e join AuditHead h
order by e.Seq;
update AuditHead set Seq = Seq + @Entries, Hash = printf('%064d', @Entries);
