using System.ComponentModel.DataAnnotations;

namespace Auridis.Grants.Api.Values;

/// <summary>The text is an official municipality key (Amtlicher Gemeindeschlüssel); the OpenAPI document shows the pattern.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
sealed class AgsAttribute() : RegularExpressionAttribute("^[0-9]{8}$");
