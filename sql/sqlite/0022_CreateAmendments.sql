-- What offices tell of their awards, how awards are amended, and each plan that was in force.
create table AwardNotice (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    Reference text not null,
    ProgrammeId text not null constraint FK_AwardNotice_Programme references Programme (Id),
    AwardId text not null constraint FK_AwardNotice_Award references Award (Id),
    OfficeAgs text not null,
    -- Without gaps in the award.
    Number integer not null,
    Kind text not null constraint CK_AwardNotice_Kind check (Kind in ('funds-changed', 'delay', 'purpose-changed', 'other')),
    Status text not null constraint CK_AwardNotice_Status check (Status in ('open', 'answered', 'closed')),
    Text text not null,
    GivenBy text not null,
    GivenOn text not null,
    ClosedBy text null,
    ClosedOn text null,
    CloseReason text null,
    CreatedAt text not null,
    UpdatedAt text not null,
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
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    Reference text not null,
    ProgrammeId text not null constraint FK_Amendment_Programme references Programme (Id),
    AwardId text not null constraint FK_Amendment_Award references Award (Id),
    OfficeAgs text not null,
    -- Without gaps in the award.
    Number integer not null,
    Kind text not null constraint CK_Amendment_Kind check (Kind in ('shift', 'extension', 'reduction', 'increase')),
    Status text not null
        constraint CK_Amendment_Status check (Status in ('proposed', 'endorsed', 'approved', 'refused', 'withdrawn')),
    NewPlan text not null,
    PreviousPlan text not null,
    Reason text not null,
    NoticeId text null constraint FK_Amendment_Notice references AwardNotice (Id),
    ByOffice integer not null,
    ProposedBy text not null,
    ProposedOn text not null,
    EndorsedBy text null,
    EndorsedOn text null,
    DecidedBy text null,
    DecidedOn text null,
    RefusalReason text null,
    CreatedAt text not null,
    UpdatedAt text not null,
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
    AwardId text not null constraint FK_AwardVersion_Award references Award (Id),
    Number integer not null,
    AmendmentId text null constraint FK_AwardVersion_Amendment references Amendment (Id),
    FrozenPlan text not null,
    MadeOn text not null,
    CreatedAt text not null,
    constraint PK_AwardVersion primary key (AwardId, Number),
    constraint CK_AwardVersion_AmendmentId check (Number > 1 or AmendmentId is null)
);
GO
create trigger TR_AwardVersion_Update before update on AwardVersion begin
    select raise(abort, 'A version of an award is frozen.');
end;
GO
create trigger TR_AwardVersion_Delete before delete on AwardVersion begin
    select raise(abort, 'A version of an award is frozen.');
end;
