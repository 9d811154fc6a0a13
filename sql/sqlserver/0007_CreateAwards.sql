create table Award (
    Seq bigint identity not null constraint PK_Award primary key,
    Id uniqueidentifier not null,
    Version int not null,
    Reference nvarchar(50) collate Latin1_General_BIN2 not null,
    ProgrammeId uniqueidentifier not null constraint FK_Award_Programme references Programme (Id),
    ApplicationId uniqueidentifier not null constraint FK_Award_Application references Application (Id),
    SelectionId uniqueidentifier not null constraint FK_Award_Selection references Selection (Id),
    YouthOfficeId uniqueidentifier not null constraint FK_Award_YouthOffice references YouthOffice (Id),
    OfficeAgs nvarchar(8) not null,
    ContactId uniqueidentifier null constraint FK_Award_Contact references Contact (Id),
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Award_Status check (Status in ('offered', 'accepted', 'active', 'declined', 'expired', 'completed',
            'terminated')),
    AmountCents bigint not null constraint CK_Award_AmountCents check (AmountCents > 0),
    -- The budget lines in force and who pays for them, and the programme's terms as they were when the award was offered.
    Lines nvarchar(max) not null,
    Financing nvarchar(max) not null,
    Terms nvarchar(max) not null,
    StartsOn date not null,
    EndsOn date not null,
    ReportDueOn date not null,
    -- Requested, approved, released or settled; and of that settled.
    DrawnCents bigint not null default 0,
    PaidCents bigint not null default 0,
    -- What came back on claims, less what of that was refunded. Below zero where money was refunded that turned out not to have come.
    RepaidCents bigint not null default 0,
    -- What its site keeps, once it is terminated.
    KeptCents bigint null constraint CK_Award_KeptCents check (KeptCents >= 0),
    -- What its office gives up: what was not drawn when it renounced the rest.
    RenouncedCents bigint not null default 0 constraint CK_Award_RenouncedCents check (RenouncedCents >= 0),
    RenouncedBy nvarchar(800) collate Latin1_General_BIN2 null,
    -- Its share of what the programme has committed, and what of it is promised and not paid: as they are booked.
    CommittedCents bigint not null constraint CK_Award_CommittedCents check (CommittedCents >= 0),
    PromisedCents bigint not null constraint CK_Award_PromisedCents check (PromisedCents >= 0),
    PaymentCount int not null default 0,
    -- What may be unspent past its use-by date, as a caseworker allows it.
    LateUseCents bigint null constraint CK_Award_LateUseCents check (LateUseCents >= 0),
    LateUseEndsOn date null,
    LateUseReason nvarchar(4000) null,
    LateUseAllowedBy nvarchar(800) collate Latin1_General_BIN2 null,
    OfferedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    OfferedOn date not null,
    AcceptanceEndsOn date not null,
    AcceptedBy nvarchar(800) collate Latin1_General_BIN2 null,
    AcceptedOn date null,
    -- The last day of the period for remedies of its letter. It is final after that, and after what was filed against it; not known while
    -- something is open.
    RemedyEndsOn date null,
    FinalFrom date null,
    CountersignedBy nvarchar(800) collate Latin1_General_BIN2 null,
    CountersignedOn date null,
    ActivatedBy nvarchar(800) collate Latin1_General_BIN2 null,
    -- Its report is accepted, its office has renounced the rest, or a payment came back after its end: what is left is settled now.
    Settling bit not null default 0 constraint CK_Award_Settling check (Settling in (0, 1)),
    CompletedBy nvarchar(800) collate Latin1_General_BIN2 null,
    CompletedOn date null,
    DeclinedBy nvarchar(800) collate Latin1_General_BIN2 null,
    DeclineReason nvarchar(4000) null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    -- What was paid stays when the amount is lowered afterwards; nothing is drawn then. Both are below zero where the bank returned money
    -- that the site had paid back of its own before: that is owed to it.
    constraint CK_Award_DrawnCents check (DrawnCents <= AmountCents or DrawnCents = PaidCents),
    constraint CK_Award_PaidCents check (PaidCents <= DrawnCents),
    constraint CK_Award_Completed check (Status <> 'completed' or CompletedBy is not null),
    constraint CK_Award_Terminated check (
        (Status = 'terminated' and KeptCents is not null) or (Status <> 'terminated' and KeptCents is null))
);
GO
create unique index UQ_Award_Id on Award (Id);
GO
create unique index UQ_Award_Reference on Award (Reference);
GO
create unique index UQ_Award_ApplicationId on Award (ApplicationId);
GO
create index IX_Award_Status_AcceptanceEndsOn on Award (Status, AcceptanceEndsOn) where Status = 'offered';
GO
create index IX_Award_UpdatedAt_Seq on Award (UpdatedAt, Seq);
GO
create index IX_Award_AmountCents_Seq on Award (AmountCents, Seq);
GO
create index IX_Award_Status_UpdatedAt_Seq on Award (Status, UpdatedAt, Seq);
GO
create index IX_Award_Status_Seq on Award (Status, Seq);
GO
-- Those that become final without anybody's doing, and those whose account is to be settled.
create index IX_Award_Status_Seq_BecomingFinal on Award (Status, Seq) where Status = 'accepted' and FinalFrom is not null;
GO
create index IX_Award_Status_Seq_Settling on Award (Status, Seq) where Status = 'active' and Settling = 1;
GO
create index IX_Award_OfficeAgs_Seq on Award (OfficeAgs, Seq);
GO
create index IX_Award_OfficeAgs_Status_Seq on Award (OfficeAgs, Status, Seq);
GO
create index IX_Award_OfficeAgs_Status_Seq_Settling on Award (OfficeAgs, Status, Seq) where Settling = 1;
GO
create index IX_Award_ProgrammeId_Seq on Award (ProgrammeId, Seq);
