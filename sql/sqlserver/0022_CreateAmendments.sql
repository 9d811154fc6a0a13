-- What offices tell of their awards, how awards are amended, and each plan that was in force.
create table AwardNotice (
    Seq bigint identity not null constraint PK_AwardNotice primary key,
    Id uniqueidentifier not null,
    Version int not null,
    Reference nvarchar(50) not null,
    ProgrammeId uniqueidentifier not null constraint FK_AwardNotice_Programme references Programme (Id),
    AwardId uniqueidentifier not null constraint FK_AwardNotice_Award references Award (Id),
    OfficeAgs nvarchar(8) not null,
    -- Without gaps in the award.
    Number int not null,
    Kind varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_AwardNotice_Kind check (Kind in ('funds-changed', 'delay', 'purpose-changed', 'other')),
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_AwardNotice_Status check (Status in ('open', 'answered', 'closed')),
    Text nvarchar(max) not null,
    GivenBy nvarchar(800) collate Latin1_General_BIN2 not null,
    GivenOn date not null,
    ClosedBy nvarchar(800) collate Latin1_General_BIN2 null,
    ClosedOn date null,
    CloseReason nvarchar(4000) null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_AwardNotice_Closed check (
        (Status = 'open' and ClosedOn is null and ClosedBy is null and CloseReason is null)
        or (Status = 'answered' and ClosedOn is not null and ClosedBy is null and CloseReason is null)
        or (Status = 'closed' and ClosedOn is not null and ClosedBy is not null and CloseReason is not null))
);
GO
create unique index UQ_AwardNotice_Id on AwardNotice (Id);
GO
create unique index UQ_AwardNotice_AwardId_Number on AwardNotice (AwardId, Number);
GO
create index IX_AwardNotice_AwardId_Seq on AwardNotice (AwardId, Seq);
GO
create index IX_AwardNotice_Status_Seq on AwardNotice (Status, Seq);
GO
create table Amendment (
    Seq bigint identity not null constraint PK_Amendment primary key,
    Id uniqueidentifier not null,
    Version int not null,
    Reference nvarchar(50) not null,
    ProgrammeId uniqueidentifier not null constraint FK_Amendment_Programme references Programme (Id),
    AwardId uniqueidentifier not null constraint FK_Amendment_Award references Award (Id),
    OfficeAgs nvarchar(8) not null,
    -- Without gaps in the award.
    Number int not null,
    Kind varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Amendment_Kind check (Kind in ('shift', 'extension', 'reduction', 'increase')),
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Amendment_Status check (Status in ('proposed', 'endorsed', 'approved', 'refused', 'withdrawn')),
    NewPlan nvarchar(max) not null,
    PreviousPlan nvarchar(max) not null,
    Reason nvarchar(4000) not null,
    NoticeId uniqueidentifier null constraint FK_Amendment_Notice references AwardNotice (Id),
    ByOffice bit not null,
    ProposedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    ProposedOn date not null,
    EndorsedBy nvarchar(800) collate Latin1_General_BIN2 null,
    EndorsedOn date null,
    DecidedBy nvarchar(800) collate Latin1_General_BIN2 null,
    DecidedOn date null,
    RefusalReason nvarchar(4000) null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_Amendment_FourEyes check (
        Status <> 'approved'
        or (DecidedBy is not null and EndorsedBy is not null and DecidedBy <> ProposedBy and DecidedBy <> EndorsedBy)),
    constraint CK_Amendment_Endorsed check (
        (Status <> 'proposed' or EndorsedBy is null) and (Status <> 'endorsed' or EndorsedBy is not null)
        and (ByOffice = 0 or EndorsedBy is null or EndorsedBy <> ProposedBy)),
    constraint CK_Amendment_Decided check (
        (Status in ('proposed', 'endorsed') and DecidedBy is null and DecidedOn is null)
        or (Status in ('approved', 'refused', 'withdrawn') and DecidedBy is not null and DecidedOn is not null)),
    constraint CK_Amendment_Refused check (Status <> 'refused' or RefusalReason is not null)
);
GO
create unique index UQ_Amendment_Id on Amendment (Id);
GO
create unique index UQ_Amendment_AwardId_Number on Amendment (AwardId, Number);
GO
-- One at a time.
create unique index UQ_Amendment_AwardId on Amendment (AwardId) where Status in ('proposed', 'endorsed');
GO
create index IX_Amendment_AwardId_Seq on Amendment (AwardId, Seq);
GO
create index IX_Amendment_Status_Seq on Amendment (Status, Seq);
GO
create table AwardVersion (
    AwardId uniqueidentifier not null constraint FK_AwardVersion_Award references Award (Id),
    Number int not null,
    AmendmentId uniqueidentifier null constraint FK_AwardVersion_Amendment references Amendment (Id),
    FrozenPlan nvarchar(max) not null,
    MadeOn date not null,
    CreatedAt datetime2(3) not null,
    constraint PK_AwardVersion primary key (AwardId, Number),
    constraint CK_AwardVersion_AmendmentId check (Number > 1 or AmendmentId is null)
);
GO
create trigger TR_AwardVersion_Update on AwardVersion instead of update as
    throw 50001, 'A version of an award is frozen.', 1;
GO
create trigger TR_AwardVersion_Delete on AwardVersion instead of delete as
    throw 50001, 'A version of an award is frozen.', 1;
