-- A refund pays out the credit on a claim.
alter table Disbursement add column RepaymentClaimId text null
    constraint FK_Disbursement_RepaymentClaim references RepaymentClaim (Id)
    constraint CK_Disbursement_RepaymentClaimId check (
        (Kind = 'refund' and RepaymentClaimId is not null) or (Kind = 'grant' and RepaymentClaimId is null));
GO
create index IX_Disbursement_RepaymentClaimId_Seq on Disbursement (RepaymentClaimId, Seq) where RepaymentClaimId is not null;
