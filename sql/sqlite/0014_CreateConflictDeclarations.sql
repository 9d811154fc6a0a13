create table ConflictDeclaration (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    ProgrammeId text not null constraint FK_ConflictDeclaration_Programme references Programme (Id),
    -- Who declares, as issuer#subject.
    Person text not null,
    -- The offices with the reasons; none is a declaration, too.
    Offices text not null,
    -- The day of the first step that rested on it; from then on it is fixed.
    UsedOn text null,
    CreatedAt text not null,
    UpdatedAt text not null
);
GO
create unique index UQ_ConflictDeclaration_Id on ConflictDeclaration (Id);
GO
create unique index UQ_ConflictDeclaration_ProgrammeId_Person on ConflictDeclaration (ProgrammeId, Person);
