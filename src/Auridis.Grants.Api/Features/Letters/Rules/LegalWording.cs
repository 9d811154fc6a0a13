using System.Diagnostics;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>The words and the paragraphs of letters, by the legal form of the grants.</summary>
/// <param name="IsContract">A contract is offered and signed, and does not decide.</param>
/// <param name="Award">What the letter of an award is called.</param>
/// <param name="Basis">What makes that letter what it is.</param>
/// <param name="Decision">What makes the other decisions what they are.</param>
/// <param name="Conditions">What it calls the conditions that it sets, and by which law.</param>
/// <param name="Ending">The law by which it is taken back, revoked or ended.</param>
/// <param name="Repayment">The law or the contract by which money is claimed back.</param>
/// <param name="Interest">The law or the contract by which interest is asked.</param>
sealed record LegalWording(
    bool IsContract, string Award, string Basis, string Decision, string Conditions, string Ending, string Repayment, string Interest)
{
    const string ActSocialCode = "Dieser Bescheid ist ein Verwaltungsakt (§ 31 SGB X); begründet ist er nach § 35 SGB X.";
    const string ActGeneral = "Dieser Bescheid ist ein Verwaltungsakt (§ 35 VwVfG NRW); begründet ist er nach § 39 VwVfG NRW.";
    const string NoContract = "Gefördert wird in diesem Programm durch Vertrag; mit diesem Schreiben wird keiner angeboten.";

    public static LegalWording Of(string legalForm) => legalForm switch
    {
        LegalForm.ActSocialCode => new(
            IsContract: false,
            "Zuwendungsbescheid",
            ActSocialCode,
            ActSocialCode,
            "Nebenbestimmungen (§ 32 SGB X)",
            "§§ 45, 47 und 50 SGB X",
            "§ 50 SGB X",
            "§ 50 Absatz 2a SGB X"),
        LegalForm.ActGeneral => new(
            IsContract: false,
            "Zuwendungsbescheid",
            ActGeneral,
            ActGeneral,
            "Nebenbestimmungen (§ 36 VwVfG NRW)",
            "§§ 48, 49 und 49a VwVfG NRW",
            "§ 49a Absatz 1 VwVfG NRW",
            "§ 49a Absatz 3 und 4 VwVfG NRW"),
        LegalForm.PublicContract => new(
            IsContract: true,
            "Angebot eines öffentlich-rechtlichen Fördervertrags",
            "Der Vertrag ist öffentlich-rechtlich (§ 54 VwVfG NRW). Er kommt mit Ihrer Annahme und der Gegenzeichnung zustande.",
            NoContract,
            "Vertragsbedingungen",
            "§ 60 VwVfG NRW",
            "dem Fördervertrag",
            "dem Fördervertrag"),
        LegalForm.PrivateContract => new(
            IsContract: true,
            "Angebot eines Fördervertrags",
            "Der Vertrag ist privatrechtlich (§§ 145 ff. BGB). Er kommt mit Ihrer Annahme und der Gegenzeichnung zustande.",
            NoContract,
            "Vertragsbedingungen",
            "§§ 313 und 314 BGB",
            "dem Fördervertrag",
            "dem Fördervertrag"),
        _ => throw new UnreachableException($"'{legalForm}' is not a legal form."),
    };
}
