create table Application (
    Seq bigint identity not null constraint PK_Application primary key,
    Id uniqueidentifier not null,
    Version int not null,
    ProgrammeId uniqueidentifier not null constraint FK_Application_Programme references Programme (Id),
    YouthOfficeId uniqueidentifier not null constraint FK_Application_YouthOffice references YouthOffice (Id),
    OfficeAgs nvarchar(8) not null,
    ContactId uniqueidentifier null constraint FK_Application_Contact references Contact (Id),
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Application_Status check (Status in (
            'draft', 'submitted', 'returned', 'eligible', 'ineligible',
            'selected', 'waitlisted', 'rejected', 'lapsed', 'withdrawn'
        )),
    -- Given when it is first submitted, without gaps in the programme.
    Number int null,
    Reference nvarchar(50) collate Latin1_General_BIN2 null,
    -- Taken out of the content for the list; a draft can lack both.
    Title nvarchar(400) null,
    -- What the title is found by; of one without a title, nothing.
    TitleKey nvarchar(800) collate Latin1_General_BIN2 not null default '',
    Content nvarchar(max) not null,
    RequestedCents bigint null constraint CK_Application_RequestedCents check (RequestedCents >= 0),
    -- How many versions have been frozen.
    VersionCount int not null default 0,
    -- How many reviews it lacks to the quorum, while it is eligible and its programme goes on.
    ReviewsMissing int not null default 0 constraint CK_Application_ReviewsMissing check (ReviewsMissing >= 0),
    -- The number of its place on the programme's waiting list, from 1; it keeps the number when it leaves the list.
    WaitlistPlace int null,
    FormalCheck nvarchar(max) null,
    -- What is to be mended of an application that was returned, and the last day for it.
    Mending nvarchar(max) null,
    MendingEndsOn date null,
    -- The reopening after a remedy; a second person confirms it.
    Reopening nvarchar(max) null,
    ReopeningProposedBy nvarchar(800) collate Latin1_General_BIN2 null,
    ReopeningConfirmedBy nvarchar(800) collate Latin1_General_BIN2 null,
    WithdrawReason nvarchar(4000) null,
    CreatedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    SubmittedBy nvarchar(800) collate Latin1_General_BIN2 null,
    SubmittedOn date null,
    -- What a list is sorted by, where a draft can lack it.
    SortedReference as isnull(Reference, N'') persisted,
    SortedCents as isnull(RequestedCents, -1) persisted,
    constraint CK_Application_MendingEndsOn check (Status <> 'returned' or MendingEndsOn is not null),
    constraint CK_Application_ReopeningFourEyes check (
        ReopeningConfirmedBy is null or (ReopeningProposedBy is not null and ReopeningConfirmedBy <> ReopeningProposedBy))
);
GO
create unique index UQ_Application_Id on Application (Id);
GO
-- One that was withdrawn does not count.
create unique index UQ_Application_ProgrammeId_YouthOfficeId on Application (ProgrammeId, YouthOfficeId) where Status <> 'withdrawn';
GO
create unique index UQ_Application_ProgrammeId_Number on Application (ProgrammeId, Number) where Number is not null;
GO
create unique index UQ_Application_ProgrammeId_WaitlistPlace on Application (ProgrammeId, WaitlistPlace) where WaitlistPlace is not null;
GO
create unique index UQ_Application_Reference on Application (Reference) where Reference is not null;
GO
create index IX_Application_Status_MendingEndsOn on Application (Status, MendingEndsOn) where Status = 'returned';
GO
create index IX_Application_ReopeningConfirmedBy_Seq on Application (ReopeningConfirmedBy, Seq)
    where ReopeningProposedBy is not null and ReopeningConfirmedBy is null;
GO
create index IX_Application_UpdatedAt_Seq on Application (UpdatedAt, Seq);
GO
create index IX_Application_SortedReference_Seq on Application (SortedReference, Seq);
GO
create index IX_Application_TitleKey_Seq on Application (TitleKey, Seq);
GO
create index IX_Application_SortedCents_Seq on Application (SortedCents, Seq);
GO
create index IX_Application_Status_UpdatedAt_Seq on Application (Status, UpdatedAt, Seq);
GO
create index IX_Application_Status_Seq on Application (Status, Seq);
GO
create index IX_Application_Status_Seq_QuorumMissing on Application (Status, Seq)
    where Status = 'eligible' and ReviewsMissing > 0;
GO
create index IX_Application_OfficeAgs_Seq on Application (OfficeAgs, Seq);
GO
create index IX_Application_OfficeAgs_Status_Seq on Application (OfficeAgs, Status, Seq);
GO
create index IX_Application_ProgrammeId_Seq on Application (ProgrammeId, Seq);
GO
-- What was submitted, as it was submitted.
create table ApplicationVersion (
    Seq bigint identity not null constraint PK_ApplicationVersion primary key,
    ApplicationId uniqueidentifier not null constraint FK_ApplicationVersion_Application references Application (Id),
    Number int not null,
    Content nvarchar(max) not null,
    -- The files; null when there were none.
    Attachments nvarchar(max) null,
    ContentHash char(64) not null,
    SubmittedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    SubmittedOn date not null,
    CreatedAt datetime2(3) not null
);
GO
create unique index UQ_ApplicationVersion_ApplicationId_Number on ApplicationVersion (ApplicationId, Number);
GO
create trigger TR_ApplicationVersion_Update on ApplicationVersion instead of update as
    throw 50001, 'A submitted version is frozen.', 1;
GO
create trigger TR_ApplicationVersion_Delete on ApplicationVersion instead of delete as
    throw 50001, 'A submitted version is frozen.', 1;
