package io.nsxsim.error;

/**
 * Why a request is refused, with the HTTP status, error code and module that NSX answers.
 *
 * <p>Sources of the numbers: answers of real managers quoted in the issue trackers of public NSX
 * clients; where no quote is known, the number is that of the closest known refusal.
 */
public enum Reason {
  /** The body is not a JSON object, or cannot be read at all. */
  MALFORMED_BODY(400, 220, "common-services"),
  /** A field that the contract does not know. */
  UNKNOWN_FIELD(400, 287, "common-services"),
  /** A value of the wrong type, out of range, or not among the allowed ones. */
  INVALID_VALUE(400, 255, "common-services"),
  /** A field that must be there is not. */
  MISSING_FIELD(400, 255, "common-services"),
  /** A search query that cannot be read; the code is that of a type which search does not know. */
  MALFORMED_QUERY(400, 60508, "search"),
  /** A query parameter that cannot be read. */
  INVALID_PARAMETER(400, 255, "common-services"),
  /** An id with characters that no path may hold. */
  ILLEGAL_ID(400, 500012, "policy"),
  /** A path that does not exist or leads to the wrong kind. */
  INVALID_PATH(400, 500012, "policy"),
  /** Fields that contradict each other or the objects around them. */
  CONFLICTING_VALUES(400, 500045, "policy"),
  /** A PUT without a revision, as for a new object, where there is one already. */
  ALREADY_EXISTS(400, 500127, "policy"),
  /** An object that has children or is referred to. */
  IN_USE(400, 500030, "policy"),
  /** An IP block without room for a subnet. */
  BLOCK_EXHAUSTED(400, 520012, "policy"),
  /** A field of a VPC that its profiles decide. */
  NOT_WITH_PROFILE(400, 610785, "policy"),
  /** A pool without a free address. */
  POOL_EXHAUSTED(409, 5109, "id-allocation service"),
  /** An address that is in no range of its pool. */
  NOT_IN_POOL(400, 5110, "id-allocation service"),
  /** An address of a pool that somebody else has. */
  ADDRESS_TAKEN(409, 5141, "id-allocation service"),
  /** A change to an object that belongs to the system. */
  SYSTEM_OWNED(400, 500157, "policy"),
  /** A change to an object that a principal identity has made and protects. */
  NOT_OWNER(400, 289, "common-services"),
  /** Wrong or missing credentials. */
  UNAUTHENTICATED(403, 403, "common-services"),
  /** A session without its XSRF token. */
  BAD_XSRF_TOKEN(403, 98, "common-services"),
  /** No such object. */
  NOT_FOUND(404, 600, "common-services"),
  /** No such address in the API at all. */
  NO_SUCH_RESOURCE(404, 404, "common-services"),
  /** The address exists, but not with this verb. */
  METHOD_NOT_ALLOWED(405, 405, "common-services"),
  /** A body in a format that is not JSON. */
  UNSUPPORTED_MEDIA_TYPE(415, 415, "common-services"),
  /** A revision that is missing or stale. */
  STALE_REVISION(412, 604, "common-services"),
  /** A body over the configured size. */
  TOO_LARGE(413, 413, "common-services"),
  /** A defect of this server. */
  INTERNAL(500, 500, "common-services");

  private final int status;
  private final int code;
  private final String module;

  Reason(int status, int code, String module) {
    this.status = status;
    this.code = code;
    this.module = module;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** NSX's {@code error_code}. */
  public int code() {
    return code;
  }

  /** NSX's {@code module_name}. */
  public String module() {
    return module;
  }
}
