// Made from the server's routes by `npm run generate`. Change those, not this file.

export interface paths {
    "/api/v1/door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a public page may know */
        get: operations["getDoor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Checks before the first set-up; gone afterwards */
        get: operations["getSetUp"];
        put?: never;
        /** The first set-up: an organisation and its owner */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a set-up code is right */
        post: operations["checkSetUpCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is left to do after set-up, for you */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a password */
        post: operations["signIn"];
        /** Sign out everywhere, here too */
        delete: operations["signOutEverywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove again who you are, for a powerful act */
        post: operations["confirmPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out here */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a link to choose a new password; the answer is always the same */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link to choose a password is for; changes nothing */
        get: operations["getPasswordReset"];
        put?: never;
        /** Choose a new password; does not sign in */
        post: operations["choosePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are and where you belong, the root first */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of an organisation */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person, with what is known of them and what happened to them here */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person holds, and what you could give them */
        get: operations["getRoles"];
        /** Make these the roles of a person; only what differs is checked */
        put: operations["changeRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/invitations/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you may offer to the people you invite */
        get: operations["getInvitationOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/recognise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find the people in any text, and say what would become of an invitation to each */
        post: operations["recognisePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every email that comes with an invitation, as it would read */
        post: operations["previewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open invitations, newest first */
        get: operations["listInvitations"];
        put?: never;
        /** Invite people */
        post: operations["invitePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/invitations/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send invitations again, to some people or to everybody who hasn’t set up their account */
        post: operations["resendInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation again, with a new link */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an invitation: its links end */
        post: operations["cancelInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mint a personal link to hand over another way; shown once, recorded, and the person is told */
        post: operations["copyInvitationLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitation-batches/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop what you have just sent, as far as it hasn’t left */
        post: operations["stopInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link of an invitation is for; changes nothing */
        get: operations["getRegistration"];
        put?: never;
        /** Set up the account and sign in */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        /** Keep how far the form is filled in */
        patch: operations["saveRegistration"];
        trace?: never;
    };
    "/api/v1/registrations/{token}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join one more organisation with the account you have */
        post: operations["joinOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{token}/new-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a new link in place of an expired one */
        post: operations["askNewLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{token}/not-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the invitation is for somebody else: it ends, and the inviter is told */
        post: operations["declineInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations you can see, the root first */
        get: operations["listOrganisations"];
        put?: never;
        /** Add a school to a trust */
        post: operations["addOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an organisation; what is not named stays */
        patch: operations["editOrganisation"];
        trace?: never;
    };
    "/api/v1/organisations/{id}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units of an organisation that you can see */
        get: operations["listUnits"];
        put?: never;
        /** Add a unit to an organisation, or inside another unit */
        post: operations["addUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a unit; a new parent takes what is inside along */
        patch: operations["editUnit"];
        trace?: never;
    };
    "/api/v1/organisations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every email of an organisation and what became of it */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/messages/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test email, and hear what the mail server said */
        post: operations["testMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One email, with what became of every attempt to send it */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The content of captured mail; each reading is recorded */
        get: operations["getMessageContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger of seats, the latest opened first */
        get: operations["listSeats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getDoor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        setUp: boolean;
                        organisation: {
                            name: string;
                            type: string;
                        } | null;
                        /** @enum {string} */
                        mail: "captured" | "sending";
                        locale: string;
                    };
                };
            };
            /** @description Refusals: unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getSetUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            check: string;
                            /** @enum {string} */
                            state: "ok" | "note" | "problem";
                            detail: string;
                            setting?: string;
                        }[];
                        timeZone: string;
                    };
                };
            };
            /** @description Refusals: unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    owner: {
                        givenName: string;
                        familyName: string;
                        email: string;
                        password: string;
                    };
                    organisation: {
                        name: string;
                        /** @enum {string} */
                        type: "trust" | "school";
                        /** @default [] */
                        domains?: string[];
                        /** @default Europe/London */
                        timeZone?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        organisationId: string;
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
            /** @description Refusals: setup_code_wrong, slow_down, email_format, password_short, password_known, domain_format, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    checkSetUpCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: setup_code_wrong, slow_down, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            task: string;
                            /** @enum {string} */
                            state: "to_do" | "done" | "optional";
                            detail: string;
                        }[];
                        next: null;
                    };
                };
            };
            /** @description Refusals: signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is still asked; null: nothing */
                        next: ("second_factor" | "change_password" | "terms") | null;
                    };
                };
            };
            /** @description Refusals: sign_in_failed, slow_down, busy, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: signed_out, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    confirmPassword: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: sign_in_failed, busy, signed_out, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: signed_out, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                    };
                };
            };
            /** @description Refusals: email_format, slow_down, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organisation: {
                            name: string;
                        };
                        /** @enum {string} */
                        kind: "reset" | "first_password";
                    };
                };
            };
            /** @description Refusals: link_unknown, link_used, link_revoked, link_expired, slow_down, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    choosePassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: password_short, password_long, password_known, password_personal, link_unknown, link_used, link_revoked, link_expired, slow_down, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        email: string;
                        name: string;
                        givenName: string;
                        familyName: string;
                        organisations: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            type: string;
                            parentId: string | null;
                            roles: {
                                role: string;
                                label: string;
                                scope: string | null;
                            }[];
                            permissions: string[];
                        }[];
                    };
                };
            };
            /** @description Refusals: signed_out, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Whether to answer `total` */
                count?: "exact" | "none";
                /** @description One or more, with commas */
                status?: string;
                /** @description One or more, with commas */
                role?: string;
                /** @description One or more, with commas; a unit counts with those inside it */
                unit?: string;
                /** @description One or more, with commas; together with `include=below` */
                school?: string;
                view?: "invitations" | "not_registered" | "email_problems" | "admins";
                /** @description Words, each found in name, email or staff number */
                q?: string;
                sort?: "urgency" | "name" | "-name" | "status" | "last_active" | "-last_active";
                /** @description `below`: also those of the organisations below */
                include?: "below";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: uuid
                             * @description Of the membership
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description Of the person, the same in every organisation
                             */
                            personId: string;
                            email: string;
                            givenName: string;
                            familyName: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                            statusLabel: string;
                            statusDetail: string | null;
                            /** @enum {string} */
                            statusTone: "none" | "info" | "warn" | "review" | "neutral" | "danger";
                            /** @description What is wrong with the last email of the open invitation */
                            problem: string | null;
                            /** @description The address is of none of the organisation’s domains */
                            outsideDomains: boolean;
                            roles: {
                                role: string;
                                label: string;
                                scope: string | null;
                            }[];
                            /** @description Permissions switched on besides the roles */
                            grants: number;
                            units: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            jobTitle: string | null;
                            staffNumber: string | null;
                            labels: {
                                [key: string]: string;
                            };
                            lastActiveAt: string | null;
                            isAdmin: boolean;
                            invitation: {
                                /** Format: uuid */
                                id: string;
                                inviter: string | null;
                                sentAt: string | null;
                                sendAt: string | null;
                                expiresAt: string | null;
                                startedAt: string | null;
                                stoppedAt: ("name" | "mobile" | "password") | null;
                                /** @description What became of its last email */
                                delivery: {
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "accepted" | "deferred" | "bounced" | "failed" | "unknown" | "suppressed";
                                    stateLabel: string;
                                    explanation: string | null;
                                    nextTryAt: string | null;
                                } | null;
                            } | null;
                            actions: {
                                action: string;
                                allowed: boolean;
                                /** @description Why not, in words to show */
                                reason?: string;
                            }[];
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        total?: number;
                        header: {
                            people: number;
                            places: number;
                            registered: number;
                        };
                        views: {
                            everyone: number;
                            invitations: number;
                            not_registered: number;
                            email_problems: number;
                            admins: number;
                        };
                        filters: {
                            roles: {
                                key: string;
                                label: string;
                            }[];
                            units: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                kind: string;
                            }[];
                            schools: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                        };
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                        mail: {
                            /** @enum {string} */
                            mode: "captured" | "sending";
                            sentence: string;
                        };
                    };
                };
            };
            /** @description Refusals: forbidden, cursor_wrong, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Of the membership
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description Of the person, the same in every organisation
                         */
                        personId: string;
                        email: string;
                        givenName: string;
                        familyName: string;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        /** @enum {string} */
                        statusTone: "none" | "info" | "warn" | "review" | "neutral" | "danger";
                        /** @description What is wrong with the last email of the open invitation */
                        problem: string | null;
                        /** @description The address is of none of the organisation’s domains */
                        outsideDomains: boolean;
                        roles: {
                            role: string;
                            label: string;
                            scope: string | null;
                        }[];
                        /** @description Permissions switched on besides the roles */
                        grants: number;
                        units: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        jobTitle: string | null;
                        staffNumber: string | null;
                        labels: {
                            [key: string]: string;
                        };
                        lastActiveAt: string | null;
                        isAdmin: boolean;
                        invitation: {
                            /** Format: uuid */
                            id: string;
                            inviter: string | null;
                            sentAt: string | null;
                            sendAt: string | null;
                            expiresAt: string | null;
                            startedAt: string | null;
                            stoppedAt: ("name" | "mobile" | "password") | null;
                            /** @description What became of its last email */
                            delivery: {
                                /** @enum {string} */
                                state: "queued" | "sending" | "accepted" | "deferred" | "bounced" | "failed" | "unknown" | "suppressed";
                                stateLabel: string;
                                explanation: string | null;
                                nextTryAt: string | null;
                            } | null;
                        } | null;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                        accountCreatedAt: string;
                        emailProvedAt: string | null;
                        language: string;
                        /** @description Null also for who may not see it */
                        mobile: string | null;
                        relationship: string;
                        deletionDate: string | null;
                        fields: {
                            field: string;
                            label: string;
                            value: string;
                            source: string;
                        }[];
                        timeline: {
                            at: string;
                            event: string;
                            sentence: string;
                            /** @enum {string} */
                            kind: "change" | "message";
                            problem: boolean;
                            serverAnswer?: string;
                            explanation?: string;
                            /** Format: uuid */
                            messageId?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        roles: {
                            role: string;
                            label: string;
                            unit?: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            kind?: string;
                            source: string;
                        }[];
                        choices: {
                            role: string;
                            label: string;
                            meaning: string;
                            scopes: string[];
                            allowed: boolean;
                            reason?: string;
                        }[];
                        units: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                        }[];
                        permissions: {
                            permission: string;
                            label: string;
                            group: string;
                            fromRole: boolean;
                            granted: boolean;
                            allowed: boolean;
                            reason?: string;
                        }[];
                        editable: boolean;
                        reason?: string;
                    };
                };
            };
            /** @description Refusals: signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    changeRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: {
                        role: string;
                        /** Format: uuid */
                        unit?: string;
                        /** @enum {string} */
                        kind?: "service_area" | "group" | "subject_area" | "faculty" | "department" | "class";
                    }[];
                    /** @description Left out: unchanged */
                    permissions?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        roles: {
                            role: string;
                            label: string;
                            unit?: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            kind?: string;
                            source: string;
                        }[];
                        choices: {
                            role: string;
                            label: string;
                            meaning: string;
                            scopes: string[];
                            allowed: boolean;
                            reason?: string;
                        }[];
                        units: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                        }[];
                        permissions: {
                            permission: string;
                            label: string;
                            group: string;
                            fromRole: boolean;
                            granted: boolean;
                            allowed: boolean;
                            reason?: string;
                        }[];
                        editable: boolean;
                        reason?: string;
                    };
                };
            };
            /** @description Refusals: forbidden, not_your_own_roles, person_above_yours, role_above_yours, permission_above_yours, reauth_required, last_admin, role_not_given_here, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getInvitationOptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mail: {
                            /** @enum {string} */
                            mode: "captured" | "sending";
                            sentence: string;
                        };
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        domains: string[];
                        /** @description Days that a link works */
                        days: number;
                        /** @enum {string} */
                        askMobile: "required" | "optional" | "no";
                        needsUnit: boolean;
                        roles: {
                            role: string;
                            label: string;
                            meaning: string;
                            level: number;
                            scopes: ("tenant" | "organisation" | "unit")[];
                            suggested: boolean;
                        }[];
                        units: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                        }[];
                        languages: {
                            tag: string;
                            name: string;
                        }[];
                        permissions: {
                            permission: string;
                            label: string;
                        }[];
                        pageLimit: number;
                        holdSeconds: number;
                        timeZone: string;
                        canSetDeletionDate: boolean;
                        canManageLabels: boolean;
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    recognisePeople: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            ready: number;
                            check: number;
                            repeat: number;
                            notSent: number;
                            invalid: number;
                        };
                        entries: {
                            index: number;
                            text: string;
                            email?: string;
                            name?: string;
                            givenName?: string;
                            familyName?: string;
                            roles?: string[];
                            units?: string[];
                            /** @enum {string} */
                            outcome: "ready" | "check" | "repeat" | "not_sent" | "invalid";
                            code?: string;
                            detail?: string;
                            suggestion?: string;
                            /** @description For `check`: what there is to say if it is kept as typed */
                            ifKept?: {
                                code: string;
                                detail: string;
                            };
                            /** @enum {string} */
                            wayOn?: "correct" | "open" | "resend" | "reactivate" | "add_roles" | "wait";
                            person?: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                status: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    previewInvitation: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description BCP 47 tag */
                    language?: string;
                    message?: string;
                    /** Format: date-time */
                    sendAt?: string;
                    person?: {
                        email: string;
                        givenName?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mails: {
                            kind: string;
                            label: string;
                            when: string;
                            subject: string;
                            text: string;
                            html: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, language_unknown, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Sent together */
                batch?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /**
                             * Format: uuid
                             * @description Of the membership
                             */
                            personId: string;
                            email: string;
                            name: string;
                            roles: {
                                role: string;
                                label: string;
                                scope: string | null;
                            }[];
                            units: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            inviter: string | null;
                            /** Format: uuid */
                            batchId: string;
                            madeAt: string;
                            sendAt: string | null;
                            /** @description Last handed over to the mail server */
                            sentAt: string | null;
                            expiresAt: string | null;
                            status: string;
                            delivery: {
                                state: string;
                                stateLabel: string;
                                explanation: string | null;
                                nextTryAt: string | null;
                            } | null;
                            actions: {
                                action: string;
                                allowed: boolean;
                                /** @description Why not, in words to show */
                                reason?: string;
                            }[];
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        total?: number;
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    invitePeople: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: {
                        email: string;
                        givenName?: string;
                        familyName?: string;
                        roles?: (string | {
                            role: string;
                            /** Format: uuid */
                            unit: string;
                        })[];
                        units?: string[];
                    }[];
                    /** @description For everybody who names none; none at all: user */
                    roles?: (string | {
                        role: string;
                        /** Format: uuid */
                        unit: string;
                    })[];
                    units?: string[];
                    /** @description BCP 47 tag */
                    language?: string;
                    labels?: {
                        [key: string]: string;
                    };
                    permissions?: string[];
                    message?: string;
                    /**
                     * Format: date-time
                     * @description Not before then
                     */
                    sendAt?: string;
                    /** Format: date */
                    deletionDate?: string;
                    /** @description How long it can still be stopped */
                    holdSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        batchId: string;
                        counts: {
                            queued: number;
                            scheduled: number;
                            notSent: number;
                        };
                        results: {
                            index: number;
                            email: string;
                            /** @enum {string} */
                            outcome: "queued" | "scheduled" | "not_sent";
                            /** Format: uuid */
                            invitationId?: string;
                            /** Format: uuid */
                            personId?: string;
                            code?: string;
                            detail?: string;
                            /** @enum {string} */
                            wayOn?: "correct" | "open" | "resend" | "reactivate" | "add_roles" | "wait";
                            person?: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                status: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, role_above_yours, role_unknown, role_needs_unit, role_not_given_here, unit_unknown, unit_needed, permission_above_yours, permission_unknown, language_unknown, no_links_here, deletion_date_past, send_at_past, send_at_far, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    resendInvitations: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the memberships */
                    people?: string[];
                    /** @enum {boolean} */
                    everyone?: true;
                    /** @description Also invite those who never were */
                    alsoNotInvited?: boolean;
                    holdSeconds?: number;
                    /** @description Say what would happen, and do nothing */
                    dryRun?: boolean;
                    expectedCount?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batchId: string | null;
                        counts: {
                            resend: number;
                            /** @description Invited for the first time */
                            notInvited: number;
                            notPossible: number;
                        };
                        results: {
                            /** Format: uuid */
                            personId: string;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            outcome: "queued" | "not_sent";
                            code?: string;
                            detail?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, person_unknown, count_changed, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    holdSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        batchId: string;
                    };
                };
            };
            /** @description Refusals: forbidden, person_above_yours, invitation_ended, slow_down, too_many_mails, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    cancelInvitation: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: forbidden, person_above_yours, invitation_ended, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    copyInvitationLink: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        expiresAt: string;
                        sentence: string;
                    };
                };
            };
            /** @description Refusals: forbidden, person_above_yours, invitation_ended, slow_down, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    stopInvitations: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stopped: number;
                        alreadySent: number;
                    };
                };
            };
            /** @description Refusals: signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organisation: {
                            name: string;
                        };
                        inviter: string | null;
                        email: string;
                        givenName: string;
                        familyName: string;
                        mobile: string;
                        /**
                         * @description Where the form was left
                         * @enum {string}
                         */
                        step: "start" | "name" | "mobile" | "password";
                        /** @enum {string} */
                        askMobile: "required" | "optional" | "no";
                        /** @description The day in words, in the organisation’s time zone */
                        expiresOn: string;
                        /**
                         * @description register: no account yet. sign_in: there is one. join: signed in with it
                         * @enum {string}
                         */
                        needs: "register" | "sign_in" | "join";
                        signedIn: boolean;
                        passwordMin: number;
                        language: string;
                        message: string | null;
                    };
                };
            };
            /** @description Refusals: link_unknown, link_used, link_revoked, link_expired, slow_down, signed_in_as_other, needs_reapproval, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    givenName: string;
                    familyName: string;
                    /**
                     * @description In any way of writing it; kept as typed and in E.164
                     * @default
                     */
                    mobile?: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is still asked; null: nothing */
                        next: ("second_factor" | "change_password" | "terms") | null;
                    };
                };
            };
            /** @description Refusals: given_name_missing, family_name_missing, no_links_here, mobile_missing, mobile_format, password_short, password_long, password_known, password_personal, link_unknown, link_used, link_revoked, link_expired, slow_down, signed_in_as_other, needs_reapproval, sign_in_first, busy, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    saveRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    step: "start" | "name" | "mobile" | "password";
                    givenName?: string;
                    familyName?: string;
                    /** @description In any way of writing it; kept as typed and in E.164 */
                    mobile?: string;
                };
            };
        };
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: given_name_missing, family_name_missing, no_links_here, mobile_missing, mobile_format, link_unknown, link_used, link_revoked, link_expired, slow_down, signed_in_as_other, needs_reapproval, sign_in_first, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    joinOrganisation: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                        };
                    };
                };
            };
            /** @description Refusals: link_unknown, link_used, link_revoked, link_expired, slow_down, signed_in_as_other, needs_reapproval, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    askNewLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                    };
                };
            };
            /** @description Refusals: link_unknown, link_used, link_revoked, link_still_works, needs_reapproval, slow_down, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    declineInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: link_unknown, link_used, link_revoked, slow_down, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listOrganisations: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Whether to answer `total` */
                count?: "exact" | "none";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** @description Its name in the console’s addresses */
                            slug: string;
                            name: string;
                            /** @enum {string} */
                            type: "trust" | "school";
                            parentId: string | null;
                            urn: string | null;
                            domains: string[];
                            timeZone: string;
                            /** @description Memberships */
                            people: number;
                            units: number;
                            /**
                             * @description Whether a mobile number is asked for at registration
                             * @enum {string}
                             */
                            askMobile: "required" | "optional" | "no";
                            /** @description Days that a link of an invitation works */
                            invitationDays: number;
                            /** @description Whether an invitation must name a unit */
                            needsUnit: boolean;
                            actions: {
                                action: string;
                                allowed: boolean;
                                /** @description Why not, in words to show */
                                reason?: string;
                            }[];
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        total?: number;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: signed_out, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    addOrganisation: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * @default school
                     * @enum {string}
                     */
                    type?: "trust" | "school";
                    /** Format: uuid */
                    parentId: string;
                    urn?: string | null;
                    domains?: string[];
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Its name in the console’s addresses */
                        slug: string;
                        name: string;
                        /** @enum {string} */
                        type: "trust" | "school";
                        parentId: string | null;
                        urn: string | null;
                        domains: string[];
                        timeZone: string;
                        /** @description Memberships */
                        people: number;
                        units: number;
                        /**
                         * @description Whether a mobile number is asked for at registration
                         * @enum {string}
                         */
                        askMobile: "required" | "optional" | "no";
                        /** @description Days that a link of an invitation works */
                        invitationDays: number;
                        /** @description Whether an invitation must name a unit */
                        needsUnit: boolean;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, duplicate, duplicate_urn, parent_not_a_trust, domain_format, time_zone_unknown, signed_out, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Its name in the console’s addresses */
                        slug: string;
                        name: string;
                        /** @enum {string} */
                        type: "trust" | "school";
                        parentId: string | null;
                        urn: string | null;
                        domains: string[];
                        timeZone: string;
                        /** @description Memberships */
                        people: number;
                        units: number;
                        /**
                         * @description Whether a mobile number is asked for at registration
                         * @enum {string}
                         */
                        askMobile: "required" | "optional" | "no";
                        /** @description Days that a link of an invitation works */
                        invitationDays: number;
                        /** @description Whether an invitation must name a unit */
                        needsUnit: boolean;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    editOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    urn?: string | null;
                    domains?: string[];
                    timeZone?: string;
                    /** @enum {string} */
                    askMobile?: "required" | "optional" | "no";
                    invitationDays?: number;
                    needsUnit?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Its name in the console’s addresses */
                        slug: string;
                        name: string;
                        /** @enum {string} */
                        type: "trust" | "school";
                        parentId: string | null;
                        urn: string | null;
                        domains: string[];
                        timeZone: string;
                        /** @description Memberships */
                        people: number;
                        units: number;
                        /**
                         * @description Whether a mobile number is asked for at registration
                         * @enum {string}
                         */
                        askMobile: "required" | "optional" | "no";
                        /** @description Days that a link of an invitation works */
                        invitationDays: number;
                        /** @description Whether an invitation must name a unit */
                        needsUnit: boolean;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, duplicate, duplicate_urn, domain_format, time_zone_unknown, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            organisationId: string;
                            name: string;
                            /** @enum {string} */
                            kind: "service_area" | "group" | "subject_area" | "faculty" | "department" | "class";
                            parentId: string | null;
                            /** @description Seen only from inside it and by organisation admins and above */
                            private: boolean;
                            /** @enum {string} */
                            source: "synced" | "local";
                            actions: {
                                action: string;
                                allowed: boolean;
                                /** @description Why not, in words to show */
                                reason?: string;
                            }[];
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        total?: number;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    addUnit: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    kind: "service_area" | "group" | "subject_area" | "faculty" | "department" | "class";
                    parentId?: string | null;
                    private?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisationId: string;
                        name: string;
                        /** @enum {string} */
                        kind: "service_area" | "group" | "subject_area" | "faculty" | "department" | "class";
                        parentId: string | null;
                        /** @description Seen only from inside it and by organisation admins and above */
                        private: boolean;
                        /** @enum {string} */
                        source: "synced" | "local";
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, duplicate, too_deep, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    editUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    parentId?: string | null;
                    private?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisationId: string;
                        name: string;
                        /** @enum {string} */
                        kind: "service_area" | "group" | "subject_area" | "faculty" | "department" | "class";
                        parentId: string | null;
                        /** @description Seen only from inside it and by organisation admins and above */
                        private: boolean;
                        /** @enum {string} */
                        source: "synced" | "local";
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, duplicate, parent_inside, too_deep, synced, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description One or more, with commas */
                state?: string;
                /** @description One or more, with commas */
                kind?: string;
                /** @description Part of the address */
                q?: string;
                /** @description Those to one person, by the id of the account */
                person?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** @description The recipient, when a person known here */
                            accountId: string | null;
                            to: string;
                            kind: string;
                            kindLabel: string;
                            subject: string | null;
                            /** @enum {string} */
                            state: "queued" | "sending" | "accepted" | "deferred" | "bounced" | "failed" | "unknown" | "suppressed";
                            stateLabel: string;
                            /** @description Mail is not set up: kept here instead of sent */
                            captured: boolean;
                            attempts: number;
                            nextTryAt: string | null;
                            /** @description The mail server’s own words */
                            serverAnswer: string | null;
                            explanation: string | null;
                            createdAt: string;
                            actions: {
                                action: string;
                                allowed: boolean;
                                /** @description Why not, in words to show */
                                reason?: string;
                            }[];
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        total?: number;
                        mail: {
                            /** @enum {string} */
                            mode: "captured" | "sending";
                            sentence: string;
                            /** @description What keeps every email from going at the moment */
                            trouble: {
                                sentence: string;
                                serverAnswer: string;
                                since: string;
                                /** @description Messages of this organisation that wait for its end */
                                waiting: number;
                            } | null;
                        };
                        filters: {
                            states: {
                                /** @enum {string} */
                                key: "queued" | "sending" | "accepted" | "deferred" | "bounced" | "failed" | "unknown" | "suppressed";
                                label: string;
                            }[];
                            kinds: {
                                key: string;
                                label: string;
                            }[];
                        };
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    testMail: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "accepted" | "deferred" | "bounced" | "unknown" | "suppressed";
                        stateLabel: string;
                        steps: {
                            /** @enum {string} */
                            step: "found" | "encrypted" | "signed_in" | "accepted";
                            /** @description null: it did not come to that, or wasn’t needed */
                            ok: boolean | null;
                            detail: string;
                        }[];
                        /** @description Every line that was said, secrets withheld */
                        conversation: {
                            /** @enum {string} */
                            who: "server" | "lanyard";
                            line: string;
                        }[];
                        serverAnswer: string | null;
                        explanation: string | null;
                    };
                };
            };
            /** @description Refusals: forbidden, email_format, slow_down, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description The recipient, when a person known here */
                        accountId: string | null;
                        to: string;
                        kind: string;
                        kindLabel: string;
                        subject: string | null;
                        /** @enum {string} */
                        state: "queued" | "sending" | "accepted" | "deferred" | "bounced" | "failed" | "unknown" | "suppressed";
                        stateLabel: string;
                        /** @description Mail is not set up: kept here instead of sent */
                        captured: boolean;
                        attempts: number;
                        nextTryAt: string | null;
                        /** @description The mail server’s own words */
                        serverAnswer: string | null;
                        explanation: string | null;
                        createdAt: string;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                        /** @description The recipient’s place here */
                        person: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description What became of every attempt, oldest first */
                        story: {
                            at: string;
                            /** @enum {string} */
                            state: "queued" | "sending" | "accepted" | "deferred" | "bounced" | "failed" | "unknown" | "suppressed";
                            stateLabel: string;
                            serverAnswer: string | null;
                            explanation: string | null;
                        }[];
                    };
                };
            };
            /** @description Refusals: signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getMessageContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: string;
                        html: string;
                        text: string;
                    };
                };
            };
            /** @description Refusals: forbidden, person_above_yours, content_gone, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listSeats: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Whether to answer `total` */
                count?: "exact" | "none";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            person: {
                                /**
                                 * Format: uuid
                                 * @description Of the membership
                                 */
                                id: string;
                                name: string;
                                email: string;
                            };
                            openedAt: string;
                            openedWhy: string;
                            openedWhyLabel: string;
                            closedAt: string | null;
                            closedWhy: string | null;
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        total?: number;
                        /** @description Seats open now */
                        open: number;
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
}
