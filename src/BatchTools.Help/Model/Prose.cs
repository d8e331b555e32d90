namespace BatchTools.Help.Model;

/// <summary>One paragraph, as help shows it in a console and as documents show it.</summary>
/// <param name="Plain">Without any marks.</param>
/// <param name="Markdown">With code and emphasis marked.</param>
internal sealed record Prose(string Plain, string Markdown);
