using System.Collections;
using System.Management.Automation;

namespace BatchTools.PowerShell.Requests;

/// <summary>Takes PowerShell's wrappers off values, at every depth.</summary>
internal static class PlainData
{
    /// <summary>The value as dictionaries, lists and scalars.</summary>
    public static object? Of(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } made => Members(made).ToDictionary(member => member.Key, member => member.Value),
        PSObject wrapper => Of(wrapper.BaseObject),
        SwitchParameter truth => truth.ToBool(),
        string => value,
        JobReference job => new Dictionary<string, object?> { ["jobId"] = job.JobId },
        IDictionary map => Members(map).ToDictionary(member => member.Key, member => member.Value),
        IEnumerable<KeyValuePair<string, object?>> => value,
        IEnumerable list => list.Cast<object?>().Select(Of).ToArray(),
        _ => value,
    };

    /// <summary>The members of a hashtable, or of an object that PowerShell made; null if it is neither.</summary>
    public static IEnumerable<KeyValuePair<string, object?>>? MembersOf(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } made => Members(made),
        PSObject wrapper => MembersOf(wrapper.BaseObject),
        IDictionary map => Members(map),
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, object?>> Members(PSObject made) =>
        made.Properties.Select(property => KeyValuePair.Create(property.Name, Of(property.Value)));

    private static IEnumerable<KeyValuePair<string, object?>> Members(IDictionary map) =>
        from DictionaryEntry entry in map
        select KeyValuePair.Create(SweepValue.Text(Of(entry.Key) ?? ""), Of(entry.Value));
}
