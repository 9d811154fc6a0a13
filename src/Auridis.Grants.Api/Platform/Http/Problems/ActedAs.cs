namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// As what a person has acted before, when another person must act now (four eyes): a stable code in the answer, words in the sentence.
/// </summary>
sealed record ActedAs(string Code, Bilingual Words)
{
    public static readonly ActedAs Applicant = new("applicant", new("applicant", "Antragstellung"));
    public static readonly ActedAs Proposer = new("proposer", new("the person who proposed it", "Vorschlag"));
    public static readonly ActedAs Endorser = new("endorser", new("the person who endorsed it", "Befürwortung"));
    public static readonly ActedAs Enterer = new("enterer", new("the person who entered it", "Erfassung"));
    public static readonly ActedAs Blocker = new("blocker", new("the person who blocked it", "Sperrung"));
    public static readonly ActedAs Requester = new("requester", new("requester", "Mittelabruf"));
    public static readonly ActedAs Approver = new("approver", new("approver", "Feststellung"));
    public static readonly ActedAs Releaser = new("releaser", new("the person who released it", "Anordnung"));
    public static readonly ActedAs SettlementRecorder =
        new("settlement-recorder", new("the person who recorded the settlement", "Erfassung der Buchung"));
    public static readonly ActedAs ReturnRecorder =
        new("return-recorder", new("the person who recorded the return", "Erfassung des Rückläufers"));
    public static readonly ActedAs BankRejectionRecorder =
        new("bank-rejection-recorder", new("the person who recorded the rejection by the bank", "Erfassung der Ablehnung der Bank"));
    public static readonly ActedAs Signer = new("signer", new("the person who signed it", "Zeichnung"));
    public static readonly ActedAs Submitter = new("submitter", new("submitter", "Einreichung"));
    public static readonly ActedAs Examiner = new("examiner", new("examiner", "Prüfung"));
}
