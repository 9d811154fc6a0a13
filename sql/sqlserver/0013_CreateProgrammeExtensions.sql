create table ProgrammeExtension (
    Seq bigint identity not null constraint PK_ProgrammeExtension primary key,
    Id uniqueidentifier not null,
    Version int not null,
    ProgrammeId uniqueidentifier not null constraint FK_ProgrammeExtension_Programme references Programme (Id),
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_ProgrammeExtension_Status check (Status in ('proposed', 'confirmed', 'refused')),
    PreviouslyClosesOn date not null,
    ClosesOn date not null,
    Reason nvarchar(4000) not null,
    RefusalReason nvarchar(4000) null,
    ProposedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    DecidedBy nvarchar(800) collate Latin1_General_BIN2 null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
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
