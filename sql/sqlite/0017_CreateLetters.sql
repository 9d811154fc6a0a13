-- Its state follows from its days and from the business date.
create table Letter (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    Reference text not null,
    ProgrammeId text not null constraint FK_Letter_Programme references Programme (Id),
    ApplicationId text not null constraint FK_Letter_Application references Application (Id),
    AwardId text null constraint FK_Letter_Award references Award (Id),
    RepaymentClaimId text null constraint FK_Letter_RepaymentClaim references RepaymentClaim (Id),
    OfficeAgs text not null,
    -- Without gaps in the application.
    Number integer not null,
    Kind text not null
        constraint CK_Letter_Kind check (Kind in (
            'award', 'amendment', 'waitlist', 'rejection', 'return', 'ineligible', 'cancellation',
            'termination', 'claim', 'reexamination', 'interest', 'deferral', 'deferral-end', 'waiver'
        )),
    IssuedOn text not null,
    -- The remedy against it, and its period: of the terms, as they were when the letter was made.
    Remedy text not null constraint CK_Letter_Remedy check (Remedy in ('objection', 'action', 'none')),
    RemedyMonths integer not null,
    Channel text null
        constraint CK_Letter_Channel check (Channel in ('post', 'registered', 'electronic', 'portal', 'served', 'handed-over')),
    DispatchedBy text null,
    DispatchedOn text null,
    ReadOn text null,
    ReceivedOn text null,
    AnnouncedOn text null,
    RemedyEndsOn text null,
    CreatedAt text not null,
    UpdatedAt text not null,
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
    Seq integer primary key,
    LetterId text not null constraint FK_LetterDocument_Letter references Letter (Id),
    Content text not null,
    Sha256 text not null
);
GO
create unique index UQ_LetterDocument_LetterId on LetterDocument (LetterId);
GO
create trigger TR_LetterDocument_Update before update on LetterDocument begin
    select raise(abort, 'A letter is frozen.');
end;
GO
create trigger TR_LetterDocument_Delete before delete on LetterDocument begin
    select raise(abort, 'A letter is frozen.');
end;
