using System.Text.Json;
using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Client;

/// <summary>Writes a service's endpoint rules as code over the SDK's rule functions.</summary>
/// <param name="types">The client's types.</param>
internal sealed class EndpointProviderClass(ClientTypes types)
{
    private readonly CodeWriter _code = new(types.Namespace);

    /// <summary>The class's file.</summary>
    /// <param name="ruleSet">The text of the rules.</param>
    /// <exception cref="ModelException">A rule uses what is not generated.</exception>
    public string Emit(string ruleSet)
    {
        using var json = JsonDocument.Parse(ruleSet);
        var root = json.RootElement;
        _code.Line("using global::Amazon.Runtime;");
        _code.Line("using global::Amazon.Runtime.Endpoints;");
        _code.Line("using global::Amazon.Runtime.Internal.Endpoints.StandardLibrary;");
        _code.Line();
        _code.Open($"internal sealed class {types.Prefix}EndpointProvider : IEndpointProvider");
        _code.Open("public Endpoint ResolveEndpoint(EndpointParameters parameters)");
        _code.Line("var refs = new global::System.Collections.Generic.Dictionary<string, object?>");
        _code.Open("");
        foreach (var parameter in root.Properties("parameters"))
            Parameter(parameter.Name, parameter.Value);
        _code.Close(";");
        Rules(root);
        _code.Line("throw new AmazonClientException(\"No endpoint rule applies to this configuration\");");
        _code.Close();
        _code.Close();
        return _code.ToString();
    }

    private void Parameter(string name, JsonElement parameter)
    {
        var key = CSharpNames.Literal(name);
        var otherwise = parameter.ValueKind == JsonValueKind.Object && parameter.TryGetProperty("default", out var value) ? " ?? " + Expression(value) : "";
        _code.Line($"[{key}] = parameters[{key}]{otherwise},");
    }

    private void Rules(JsonElement parent)
    {
        foreach (var rule in parent.Items("rules"))
            Rule(rule);
    }

    private void Rule(JsonElement rule)
    {
        var conditions = rule.Items("conditions").Select(Condition).ToList();
        _code.Open(conditions.Count == 0 ? "" : $"if ({string.Join(" && ", conditions)})");
        switch (rule.Text("type"))
        {
            case "tree":
                Rules(rule);
                break;
            case "error":
                _code.Line($"throw new AmazonClientException(Fn.Interpolate({CSharpNames.Literal(rule.Text("error"))}, refs));");
                break;
            case "endpoint":
                Endpoint(rule.Object("endpoint"));
                break;
            case var other:
                throw new ModelException($"the endpoint rule type '{other}' is not generated");
        }
        _code.Close();
    }

    private void Endpoint(JsonElement endpoint) =>
        _code.Line($"return new Endpoint((string){Expression(endpoint.Member("url"))}!, {Json(endpoint, "properties")}, {Json(endpoint, "headers")});");

    private static string Json(JsonElement endpoint, string part)
    {
        var isEmpty = !endpoint.OptionalProperties(part).Any();
        return isEmpty ? "\"\"" : $"Fn.InterpolateJson({CSharpNames.Literal(endpoint.Object(part).GetRawText())}, refs)";
    }

    /// <summary>A condition holds where its value is neither false nor null; it may put its value into a name.</summary>
    private static string Condition(JsonElement condition)
    {
        var value = Call(condition);
        if (condition.OptionalText("assign") is { } name)
            return $"(refs[{CSharpNames.Literal(name)}] = {value}) is not (null or false)";
        return condition.Text("fn") is "isSet" or "booleanEquals" or "stringEquals" or "not" ? value : $"{value} is not (null or false)";
    }

    private static string Call(JsonElement call)
    {
        var arguments = call.Items("argv").Select(Expression).ToList();
        return (call.Text("fn"), arguments.Count) switch
        {
            ("isSet", 1) => $"Fn.IsSet({arguments[0]})",
            ("booleanEquals" or "stringEquals", 2) => $"Equals({arguments[0]}, {arguments[1]})",
            ("not", 1) => $"Equals({arguments[0]}, false)",
            ("getAttr", 2) => $"Fn.GetAttr({arguments[0]}, {arguments[1]})",
            ("aws.partition", 1) => $"Fn.Partition((string){arguments[0]}!)",
            var (name, count) => throw new ModelException($"the endpoint rule function '{name}' with {count} arguments is not generated"),
        };
    }

    private static string Expression(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String when value.GetString()!.Contains("{") => $"Fn.Interpolate({CSharpNames.Literal(value.GetString()!)}, refs)",
        JsonValueKind.String => CSharpNames.Literal(value.GetString()!),
        JsonValueKind.Object when value.OptionalText("ref") is { } name => $"refs[{CSharpNames.Literal(name)}]",
        JsonValueKind.Object => Call(value),
        var other => throw new ModelException($"a {other} in an endpoint rule is not generated"),
    };
}
