create table ConflictDeclaration (
    Seq bigint identity not null constraint PK_ConflictDeclaration primary key,
    Id uniqueidentifier not null,
    Version int not null,
    ProgrammeId uniqueidentifier not null constraint FK_ConflictDeclaration_Programme references Programme (Id),
    -- Who declares, as issuer#subject.
    Person nvarchar(800) collate Latin1_General_BIN2 not null,
    -- The offices with the reasons; none is a declaration, too.
    Offices nvarchar(max) not null,
    -- The day of the first step that rested on it; from then on it is fixed.
    UsedOn date null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null
);
GO
create unique index UQ_ConflictDeclaration_Id on ConflictDeclaration (Id);
GO
create unique index UQ_ConflictDeclaration_ProgrammeId_Person on ConflictDeclaration (ProgrammeId, Person);
