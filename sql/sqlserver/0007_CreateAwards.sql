create table Award (
    Seq bigint identity not null constraint PK_Award primary key,
    Id uniqueidentifier not null,
    Version int not null,
    Reference nvarchar(50) not null,
    ProgrammeId uniqueidentifier not null constraint FK_Award_Programme references Programme (Id),
    ApplicationId uniqueidentifier not null constraint FK_Award_Application references Application (Id),
    SelectionId uniqueidentifier not null constraint FK_Award_Selection references Selection (Id),
    YouthOfficeId uniqueidentifier not null constraint FK_Award_YouthOffice references YouthOffice (Id),
    OfficeAgs nvarchar(8) not null,
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Award_Status check (Status in ('offered', 'accepted', 'active', 'declined')),
    AmountCents bigint not null constraint CK_Award_AmountCents check (AmountCents > 0),
    -- The budget lines in force, and the programme's terms as they were when the award was offered.
    Lines nvarchar(max) not null,
    Terms nvarchar(max) not null,
    StartsOn date not null,
    EndsOn date not null,
    ReportDueOn date not null,
    -- Requested, approved, released or settled; and of that settled.
    DrawnCents bigint not null default 0,
    PaidCents bigint not null default 0,
    PaymentCount int not null default 0,
    OfferedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    OfferedOn date not null,
    AcceptedBy nvarchar(800) collate Latin1_General_BIN2 null,
    AcceptedOn date null,
    FinalFrom date null,
    ActivatedBy nvarchar(800) collate Latin1_General_BIN2 null,
    DeclinedBy nvarchar(800) collate Latin1_General_BIN2 null,
    DeclineReason nvarchar(4000) null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_Award_DrawnCents check (DrawnCents between 0 and AmountCents),
    constraint CK_Award_PaidCents check (PaidCents between 0 and DrawnCents)
);
GO
create unique index UQ_Award_Id on Award (Id);
GO
create unique index UQ_Award_Reference on Award (Reference);
GO
create unique index UQ_Award_ApplicationId on Award (ApplicationId);
GO
create index IX_Award_UpdatedAt_Seq on Award (UpdatedAt, Seq);
GO
create index IX_Award_Status_UpdatedAt_Seq on Award (Status, UpdatedAt, Seq);
GO
create index IX_Award_Status_Seq on Award (Status, Seq);
GO
create index IX_Award_OfficeAgs_Seq on Award (OfficeAgs, Seq);
GO
create index IX_Award_OfficeAgs_Status_Seq on Award (OfficeAgs, Status, Seq);
GO
create index IX_Award_ProgrammeId_Seq on Award (ProgrammeId, Seq);
