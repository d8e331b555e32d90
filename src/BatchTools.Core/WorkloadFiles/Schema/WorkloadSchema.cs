using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>
/// The JSON Schema of workload files, by which editors complete and check them. AWS's shapes in it come from the service model; what a
/// file leaves to defaults is not required by it.
/// </summary>
public static class WorkloadSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the schema into a file.</summary>
    /// <param name="path">The file.</param>
    public static void WriteTo(string path) => File.WriteAllText(path, Text());

    /// <summary>The schema as JSON.</summary>
    /// <returns>The text, with a line break at its end.</returns>
    public static string Text() => Build().ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";

    private static JsonObject Build()
    {
        var shapes = new ShapeSchemas();
        var sections = new JsonObject
        {
            ["$schema"] = new JsonObject { ["type"] = "string", ["description"] = "The schema of the file, for editors; a run takes no notice of it." },
            ["parameters"] = Parameters(),
            ["workload"] = Workload(shapes),
            ["schedulingPolicies"] = List(shapes.Reference(typeof(CreateSchedulingPolicyRequest)), "Fair-share policies, in the shape of CreateSchedulingPolicy."),
            ["consumableResources"] = List(shapes.Reference(typeof(CreateConsumableResourceRequest)), "Resources that are counted, in the shape of CreateConsumableResource."),
            ["computeEnvironments"] = List(shapes.Reference(typeof(CreateComputeEnvironmentRequest)), "Environments, in the shape of CreateComputeEnvironment."),
            ["jobQueues"] = List(shapes.Reference(typeof(CreateJobQueueRequest)), "Queues, in the shape of CreateJobQueue."),
            ["jobDefinitions"] = List(shapes.Reference(typeof(RegisterJobDefinitionRequest), "type"), "Definitions, in the shape of RegisterJobDefinition."),
            ["jobs"] = List(Job(shapes), "Jobs, in the shape of SubmitJob, with dependsOn by name too."),
            ["sweeps"] = List(Sweep(shapes), "Sweeps: a job for each combination of the values of their axes."),
        };
        if (!sections.Select(section => section.Key).SequenceEqual(WorkloadFileReader.Sections))
            throw new InvalidOperationException("The schema and the reader of workload files do not have the same sections.");
        return new()
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Workload file of BatchTools",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = sections,
            ["definitions"] = shapes.Definitions,
        };
    }

    private static JsonObject Parameters() => new()
    {
        ["type"] = "object",
        ["description"] = "Values that are given with each run, and stand for ${param:name}.",
        ["propertyNames"] = new JsonObject { ["pattern"] = "^[A-Za-z_][A-Za-z0-9_]*$" },
        ["additionalProperties"] = Object(new()
        {
            ["type"] = new JsonObject { ["enum"] = Texts(ParameterSection.Types), ["default"] = ParameterSection.Types[0] },
            ["default"] = ShapeSchemas.Value(),
            ["allowedValues"] = new JsonObject { ["type"] = "array", ["items"] = ShapeSchemas.Value() },
            ["description"] = new JsonObject { ["type"] = "string" },
        }),
    };

    private static JsonObject Workload(ShapeSchemas shapes)
    {
        var job = shapes.Members(typeof(SubmitJobRequest));
        var workload = Object(new()
        {
            ["name"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 256 },
            ["tags"] = job["tags"]!.DeepClone(),
            ["jobQueue"] = new JsonObject { ["type"] = "string" },
            ["jobDefinition"] = new JsonObject { ["type"] = "string" },
            ["defaults"] = Object(new(WorkloadDefaults.Defaults.ToDictionary(name => name, name => (JsonNode?)job[name]!.DeepClone()))),
        });
        workload["properties"]!["limits"] = Object(new() { [WorkloadDefaults.Limits[0]] = Count() });
        workload["description"] = "The name of the workload, and what its jobs share.";
        return workload;
    }

    private static JsonObject Job(ShapeSchemas shapes)
    {
        var members = shapes.Members(typeof(SubmitJobRequest));
        members["dependsOn"] = DependsOn();
        members["after"] = new JsonObject { ["enum"] = Texts(DependencyReader.Conditions) };
        var job = Object(members);
        job["required"] = new JsonArray("jobName");
        return job;
    }

    private static JsonObject Sweep(ShapeSchemas shapes)
    {
        var members = (JsonObject)Job(shapes)["properties"]!.DeepClone();
        var merge = Object((JsonObject)members.DeepClone());
        members["name"] = new JsonObject { ["type"] = "string" };
        members["axes"] = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("array", "string"), ["items"] = ShapeSchemas.Value(), ["minItems"] = 1 },
        };
        members["fixed"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = ShapeSchemas.Value() };
        members["maxConcurrent"] = Count();
        members["merge"] = merge;
        var sweep = Object(members);
        sweep["required"] = new JsonArray("axes");
        return sweep;
    }

    private static JsonObject DependsOn()
    {
        var one = new JsonArray(
            new JsonObject { ["type"] = "string" },
            Object(new()
            {
                ["jobId"] = new JsonObject { ["type"] = "string" },
                ["type"] = new JsonObject { ["enum"] = Texts(["N_TO_N", "SEQUENTIAL"]) },
                ["after"] = new JsonObject { ["enum"] = Texts(DependencyReader.Conditions) },
            }));
        return new()
        {
            ["description"] = "Jobs and sweeps of the file by name, other jobs by id.",
            ["anyOf"] = new JsonArray([.. one.Select(node => node!.DeepClone()), new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["anyOf"] = one } }]),
        };
    }

    private static JsonObject Count() => new() { ["type"] = new JsonArray("integer", "string"), ["minimum"] = 1 };

    private static JsonObject List(JsonObject item, string description) => new() { ["type"] = "array", ["description"] = description, ["items"] = item };

    private static JsonObject Object(JsonObject members) => new() { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = members };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
