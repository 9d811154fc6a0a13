-- Its state follows from its days and from the business date.
create table Letter (
    Seq bigint identity not null constraint PK_Letter primary key,
    Id uniqueidentifier not null,
    Version int not null,
    Reference nvarchar(60) not null,
    ProgrammeId uniqueidentifier not null constraint FK_Letter_Programme references Programme (Id),
    ApplicationId uniqueidentifier not null constraint FK_Letter_Application references Application (Id),
    AwardId uniqueidentifier null constraint FK_Letter_Award references Award (Id),
    RepaymentClaimId uniqueidentifier null constraint FK_Letter_RepaymentClaim references RepaymentClaim (Id),
    OfficeAgs nvarchar(8) not null,
    -- Without gaps in the application.
    Number int not null,
    Kind varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Letter_Kind check (Kind in (
            'award', 'amendment', 'waitlist', 'rejection', 'return', 'ineligible', 'cancellation',
            'termination', 'claim', 'reexamination', 'interest', 'deferral', 'deferral-end', 'waiver'
        )),
    IssuedOn date not null,
    -- The remedy against it, and its period: of the terms, as they were when the letter was made.
    Remedy varchar(20) collate Latin1_General_BIN2 not null constraint CK_Letter_Remedy check (Remedy in ('objection', 'action', 'none')),
    RemedyMonths int not null,
    Channel varchar(20) collate Latin1_General_BIN2 null
        constraint CK_Letter_Channel check (Channel in ('post', 'registered', 'electronic', 'portal', 'served', 'handed-over')),
    DispatchedBy nvarchar(800) collate Latin1_General_BIN2 null,
    DispatchedOn date null,
    ReadOn date null,
    ReceivedOn date null,
    AnnouncedOn date null,
    RemedyEndsOn date null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_Letter_DispatchedOn check (
        (DispatchedOn is null and Channel is null and DispatchedBy is null and ReadOn is null and ReceivedOn is null
            and AnnouncedOn is null and RemedyEndsOn is null)
        or (DispatchedOn is not null and Channel is not null and DispatchedBy is not null and DispatchedOn >= IssuedOn)),
    constraint CK_Letter_ReadOn check (ReadOn is null or (Channel = 'portal' and ReadOn >= DispatchedOn and AnnouncedOn is not null)),
    constraint CK_Letter_ReceivedOn check (ReceivedOn is null or ReceivedOn >= DispatchedOn),
    constraint CK_Letter_AnnouncedOn check (AnnouncedOn is null or AnnouncedOn >= DispatchedOn),
    constraint CK_Letter_RemedyEndsOn check (
        RemedyEndsOn is null or (AnnouncedOn is not null and Remedy <> 'none' and RemedyEndsOn > AnnouncedOn))
);
GO
create unique index UQ_Letter_Id on Letter (Id);
GO
create unique index UQ_Letter_Reference on Letter (Reference);
GO
create unique index UQ_Letter_ApplicationId_Number on Letter (ApplicationId, Number);
GO
create index IX_Letter_ApplicationId_Seq on Letter (ApplicationId, Seq);
GO
create index IX_Letter_AnnouncedOn_Seq on Letter (AnnouncedOn, Seq) where AnnouncedOn is null;
GO
-- What it says, apart from its days, so that no list reads it.
create table LetterDocument (
    Seq bigint identity not null constraint PK_LetterDocument primary key,
    LetterId uniqueidentifier not null constraint FK_LetterDocument_Letter references Letter (Id),
    Content nvarchar(max) not null,
    Sha256 char(64) not null
);
GO
create unique index UQ_LetterDocument_LetterId on LetterDocument (LetterId);
GO
create trigger TR_LetterDocument_Update on LetterDocument instead of update as
    throw 50001, 'A letter is frozen.', 1;
GO
create trigger TR_LetterDocument_Delete on LetterDocument instead of delete as
    throw 50001, 'A letter is frozen.', 1;
