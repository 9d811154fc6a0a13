create table ProgrammeExtension (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    ProgrammeId text not null constraint FK_ProgrammeExtension_Programme references Programme (Id),
    Status text not null constraint CK_ProgrammeExtension_Status check (Status in ('proposed', 'confirmed', 'refused')),
    PreviouslyClosesOn text not null,
    ClosesOn text not null,
    Reason text not null,
    RefusalReason text null,
    ProposedBy text not null,
    DecidedBy text null,
    CreatedAt text not null,
    UpdatedAt text not null,
    constraint CK_ProgrammeExtension_Later check (ClosesOn > PreviouslyClosesOn),
    constraint CK_ProgrammeExtension_FourEyes check (Status <> 'confirmed' or (DecidedBy is not null and DecidedBy <> ProposedBy))
);
GO
create unique index UQ_ProgrammeExtension_Id on ProgrammeExtension (Id);
GO
-- One proposal at a time.
create unique index UQ_ProgrammeExtension_ProgrammeId on ProgrammeExtension (ProgrammeId) where Status = 'proposed';
GO
create index IX_ProgrammeExtension_Status_Seq on ProgrammeExtension (Status, Seq);
GO
create index IX_ProgrammeExtension_ProgrammeId_Seq on ProgrammeExtension (ProgrammeId, Seq);
