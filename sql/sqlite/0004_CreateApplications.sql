create table Application (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    ProgrammeId text not null constraint FK_Application_Programme references Programme (Id),
    YouthOfficeId text not null constraint FK_Application_YouthOffice references YouthOffice (Id),
    OfficeAgs text not null,
    ContactId text null constraint FK_Application_Contact references Contact (Id),
    Status text not null
        constraint CK_Application_Status check (Status in (
            'draft', 'submitted', 'returned', 'eligible', 'ineligible',
            'selected', 'waitlisted', 'rejected', 'lapsed', 'withdrawn'
        )),
    -- Given when it is first submitted, without gaps in the programme.
    Number integer null,
    Reference text null,
    -- Taken out of the content for the list; a draft can lack both.
    Title text null,
    -- What the title is found by; of one without a title, nothing.
    TitleKey text not null default '',
    Content text not null,
    RequestedCents integer null constraint CK_Application_RequestedCents check (RequestedCents >= 0),
    -- How many versions have been frozen.
    VersionCount integer not null default 0,
    -- How many reviews it lacks to the quorum, while it is eligible and its programme goes on.
    ReviewsMissing integer not null default 0 constraint CK_Application_ReviewsMissing check (ReviewsMissing >= 0),
    -- The number of its place on the programme's waiting list, from 1; it keeps the number when it leaves the list.
    WaitlistPlace integer null,
    FormalCheck text null,
    -- What is to be mended of an application that was returned, and the last day for it.
    Mending text null,
    MendingEndsOn text null,
    -- The reopening after a remedy; a second person confirms it.
    Reopening text null,
    ReopeningProposedBy text null,
    ReopeningConfirmedBy text null,
    WithdrawReason text null,
    CreatedBy text not null,
    CreatedAt text not null,
    UpdatedAt text not null,
    SubmittedBy text null,
    SubmittedOn text null,
    -- What a list is sorted by, where a draft can lack it.
    SortedReference text not null generated always as (coalesce(Reference, '')) virtual,
    SortedCents integer not null generated always as (coalesce(RequestedCents, -1)) virtual,
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
    Seq integer primary key,
    ApplicationId text not null constraint FK_ApplicationVersion_Application references Application (Id),
    Number integer not null,
    Content text not null,
    -- The files; null when there were none.
    Attachments text null,
    ContentHash text not null,
    SubmittedBy text not null,
    SubmittedOn text not null,
    CreatedAt text not null
);
GO
create unique index UQ_ApplicationVersion_ApplicationId_Number on ApplicationVersion (ApplicationId, Number);
GO
create trigger TR_ApplicationVersion_Update before update on ApplicationVersion begin
    select raise(abort, 'A submitted version is frozen.');
end;
GO
create trigger TR_ApplicationVersion_Delete before delete on ApplicationVersion begin
    select raise(abort, 'A submitted version is frozen.');
end;
