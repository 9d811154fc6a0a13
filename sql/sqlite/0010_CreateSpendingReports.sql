create table SpendingReport (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    ProgrammeId text not null constraint FK_SpendingReport_Programme references Programme (Id),
    AwardId text not null constraint FK_SpendingReport_Award references Award (Id),
    OfficeAgs text not null,
    Reference text not null,
    Kind text not null constraint CK_SpendingReport_Kind check (Kind in ('interim', 'final')),
    StatementForm text not null default 'receipt-list'
        constraint CK_SpendingReport_StatementForm check (StatementForm in ('receipt-list', 'line-totals')),
    -- Above which amount its receipts say how they were procured.
    ProcurementNoteAboveCents integer null,
    -- The last day that it covers.
    PeriodEndsOn text not null,
    Status text not null
        constraint CK_SpendingReport_Status check (Status in (
            'due', 'draft', 'submitted',
            'in-examination', 'returned', 'accepted', 'partly-accepted', 'dropped'
        )),
    DueOn text not null,
    -- The last day for its office to hand it in: as it is due, and while it is returned as it is to be mended. Null while nothing is.
    OwedOn text null,
    -- The day on which the audit trail has said that it is overdue; none since it is owed on another day.
    OverdueNotedOn text null,
    Narrative text null,
    -- To the questions of the programme.
    Answers text null,
    -- The totals of lines in place of receipts, and the lines whose receipts were asked for.
    Totals text null,
    Sample text null,
    -- The last day for those of them that do not show the total yet; null where all do.
    SampleEndsOn text null,
    OwnFundsCents integer not null default 0 constraint CK_SpendingReport_OwnFundsCents check (OwnFundsCents >= 0),
    ThirdPartyCents integer not null default 0 constraint CK_SpendingReport_ThirdPartyCents check (ThirdPartyCents >= 0),
    ReceiptCount integer not null default 0,
    ExpenditureCents integer not null default 0,
    -- What the examination came to, frozen when it was accepted.
    Result text null,
    EntitlementCents integer null,
    SubmittedBy text null,
    SubmittedOn text null,
    VersionCount integer not null default 0,
    -- What is to be mended while it is returned.
    Points text null,
    Hearing text null,
    HearingOverOn text null,
    ExaminedBy text null,
    -- Who recorded findings last; each receipt says whose its own is. Another person can have taken the examination over since.
    FindingsBy text null,
    AcceptedBy text null,
    AcceptedOn text null,
    CreatedAt text not null,
    UpdatedAt text not null,
    constraint CK_SpendingReport_FourEyes check (
        (ExaminedBy is null or (SubmittedBy is not null and ExaminedBy <> SubmittedBy))
        and (AcceptedBy is null or (ExaminedBy is not null and AcceptedBy <> ExaminedBy and AcceptedBy <> SubmittedBy))
        and (AcceptedBy is null or FindingsBy is null or AcceptedBy <> FindingsBy)
        and (Status not in ('due', 'draft') or SubmittedBy is null)
        and (Status not in ('submitted', 'returned') or SubmittedBy is not null)
        and (Status <> 'in-examination' or ExaminedBy is not null)
        and (Status not in ('accepted', 'partly-accepted') or AcceptedBy is not null)),
    -- Only the final report settles an award.
    constraint CK_SpendingReport_EntitlementCents check (Kind = 'final' or EntitlementCents is null),
    constraint CK_SpendingReport_Hearing check (
        (Hearing is null and HearingOverOn is null) or (Hearing is not null and HearingOverOn is not null)),
    constraint CK_SpendingReport_Totals check (StatementForm = 'line-totals' or (Totals is null and Sample is null)),
    constraint CK_SpendingReport_Points check (
        (Status = 'returned' and Points is not null) or (Status <> 'returned' and Points is null)),
    constraint CK_SpendingReport_OwedOn check (
        (Status in ('due', 'draft') and OwedOn is not null and OwedOn = DueOn)
        or (Status = 'returned' and OwedOn is not null)
        or (Status not in ('due', 'draft', 'returned') and OwedOn is null)),
    constraint CK_SpendingReport_SampleEndsOn check (Sample is not null or SampleEndsOn is null)
);
GO
create unique index UQ_SpendingReport_Id on SpendingReport (Id);
GO
create unique index UQ_SpendingReport_Reference on SpendingReport (Reference);
GO
create unique index UQ_SpendingReport_AwardId on SpendingReport (AwardId) where Kind = 'final';
GO
create index IX_SpendingReport_UpdatedAt_Seq on SpendingReport (UpdatedAt, Seq);
GO
create index IX_SpendingReport_Status_UpdatedAt_Seq on SpendingReport (Status, UpdatedAt, Seq);
GO
create index IX_SpendingReport_OfficeAgs_Seq on SpendingReport (OfficeAgs, Seq);
GO
create index IX_SpendingReport_Kind_Seq on SpendingReport (Kind, Seq);
GO
create index IX_SpendingReport_Kind_Status_Seq on SpendingReport (Kind, Status, Seq);
GO
create index IX_SpendingReport_OfficeAgs_Status_Seq on SpendingReport (OfficeAgs, Status, Seq);
GO
create index IX_SpendingReport_OfficeAgs_Kind_Seq on SpendingReport (OfficeAgs, Kind, Seq);
GO
create index IX_SpendingReport_OfficeAgs_Kind_Status_Seq on SpendingReport (OfficeAgs, Kind, Status, Seq);
GO
-- What an office has not submitted.
create index IX_SpendingReport_OfficeAgs_Seq_ToSubmit on SpendingReport (OfficeAgs, Seq) where Status in ('due', 'draft');
GO
create index IX_SpendingReport_Status_Seq on SpendingReport (Status, Seq);
GO
-- The reports that can be overdue.
create index IX_SpendingReport_Seq_Owed on SpendingReport (Seq) where OwedOn is not null;
GO
-- Those of which the audit trail can still say that they are overdue.
create index IX_SpendingReport_OverdueNotedOn_OwedOn_Seq on SpendingReport (OverdueNotedOn, OwedOn, Seq)
    where OwedOn is not null and OverdueNotedOn is null;
GO
create index IX_SpendingReport_ProgrammeId_Seq on SpendingReport (ProgrammeId, Seq);
GO
create index IX_SpendingReport_AwardId_Seq on SpendingReport (AwardId, Seq);
GO
create table Receipt (
    Seq integer primary key,
    Id text not null,
    SpendingReportId text not null constraint FK_Receipt_SpendingReport references SpendingReport (Id),
    -- The award of its report: numbers, double payments and credit notes are looked for in all reports of it.
    AwardId text not null constraint FK_Receipt_Award references Award (Id),
    Number text not null,
    PaidOn text not null,
    Payee text not null,
    -- What double payments are found by, however the payee is written.
    PayeeKey text not null,
    Purpose text not null,
    Category text not null,
    AmountCents integer not null constraint CK_Receipt_AmountCents check (AmountCents <> 0),
    -- The number of the receipt that a credit note is on.
    Reference text null,
    -- How it was procured.
    ProcurementNote text null,
    RecognisedCents integer null,
    Reason text null,
    -- Whose finding it is: that person does not accept the report.
    FoundBy text null,
    CreatedAt text not null,
    UpdatedAt text not null,
    constraint CK_Receipt_Reference check (Reference is null or AmountCents < 0),
    constraint CK_Receipt_FoundBy check (
        (RecognisedCents is null and FoundBy is null) or (RecognisedCents is not null and FoundBy is not null)),
    constraint CK_Receipt_RecognisedCents check (
        RecognisedCents is null or RecognisedCents between 0 and AmountCents or RecognisedCents between AmountCents and 0),
    constraint CK_Receipt_Reason check (RecognisedCents is null or RecognisedCents = AmountCents or Reason is not null)
);
GO
create unique index UQ_Receipt_Id on Receipt (Id);
GO
create unique index UQ_Receipt_AwardId_Number on Receipt (AwardId, Number);
GO
create index IX_Receipt_SpendingReportId_Seq on Receipt (SpendingReportId, Seq);
GO
create index IX_Receipt_AwardId_PaidOn_AmountCents on Receipt (AwardId, PaidOn, AmountCents);
GO
create index IX_Receipt_AwardId_Reference on Receipt (AwardId, Reference) where Reference is not null;
GO
create table SpendingReportVersion (
    Seq integer primary key,
    SpendingReportId text not null constraint FK_SpendingReportVersion_SpendingReport references SpendingReport (Id),
    Number integer not null,
    Submission text not null,
    ContentHash text not null,
    SubmittedBy text not null,
    SubmittedOn text not null,
    CreatedAt text not null
);
GO
create unique index UQ_SpendingReportVersion_SpendingReportId_Number on SpendingReportVersion (SpendingReportId, Number);
GO
create trigger TR_SpendingReportVersion_Update before update on SpendingReportVersion begin
    select raise(abort, 'A submitted version is frozen.');
end;
GO
create trigger TR_SpendingReportVersion_Delete before delete on SpendingReportVersion begin
    select raise(abort, 'A submitted version is frozen.');
end;
